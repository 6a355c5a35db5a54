package org.aliasrelay.forward.send;

import java.time.Clock;
import java.time.Instant;
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
  /** The moment after which nothing may leave. */
  static final ExecutionAttribute<Instant> SEND_BEFORE =
      new ExecutionAttribute<>("org.aliasrelay.sendBefore");

  private final Clock clock;

  /** Compares with that clock. */
  public TransmissionDeadline(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes all) {
    Instant sendBefore = all.getAttribute(SEND_BEFORE);
    if (sendBefore != null && !clock.instant().isBefore(sendBefore)) {
      throw TooLateException.create();
    }
  }

  /** Nothing was sent. */
  static final class TooLateException extends SdkClientException {
    private static final long serialVersionUID = 1L;

    private TooLateException(Builder builder) {
      super(builder);
    }

    static TooLateException create() {
      return new TooLateException(
          SdkClientException.builder().message("the claim is over, nothing was sent"));
    }
  }
}
