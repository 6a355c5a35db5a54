package org.aliasrelay.forward.send;

import java.time.Clock;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Holds a send back if its time is over when its bytes are about to leave. A process that was
 * stopped for minutes after it had claimed the send (a debugger, a moved virtual machine) would
 * otherwise send what somebody else has sent since.
 */
public final class TransmissionDeadline implements ExecutionInterceptor {
  /** That of the call. */
  static final ExecutionAttribute<Transmission> TRANSMISSION =
      new ExecutionAttribute<>("org.aliasrelay.transmission");

  private final Clock clock;

  /** Compares with that clock. */
  public TransmissionDeadline(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes all) {
    Transmission transmission = all.getAttribute(TRANSMISSION);
    if (transmission != null && !transmission.begin(clock.instant())) {
      throw SdkClientException.create("the claim is over, nothing was sent");
    }
  }
}
