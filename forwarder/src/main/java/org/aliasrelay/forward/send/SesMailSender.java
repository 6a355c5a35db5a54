package org.aliasrelay.forward.send;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.forward.MailConfig;
import org.aliasrelay.forward.alarm.Alarms;
import org.apache.http.conn.ConnectTimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** Sends through SES v2 as a raw message. */
@ApplicationScoped
class SesMailSender implements MailSender {
  private static final Logger LOG = Logger.getLogger(SesMailSender.class);

  /** Alarms about SES begin with this. */
  private static final String SES = "ses-";

  /** Calls in a row had no answer, or one that leaves open whether the mail was taken. */
  private static final String NO_ANSWER = SES + "no-answer";

  /** The SDK could not even make a request: as a rule, it finds no credentials. */
  private static final String NO_REQUEST = SES + "no-request";

  /**
   * SES takes nothing off its suppression list for these credentials. Not one of those that the
   * next send turns off.
   */
  private static final String LIST_CLOSED = "suppression-list-closed";

  /** Many times longer than SES takes, and much less than a claim lasts. */
  private static final Duration FORGETTING = Duration.ofSeconds(5);

  private static final int TOO_LARGE = 413;

  private final SesV2Client ses;
  private final MailConfig config;
  private final Alarms alarms;
  private final CircuitBreaker breaker;

  SesMailSender(SesV2Client ses, MailConfig config, Alarms alarms, CircuitBreaker breaker) {
    this.ses = ses;
    this.config = config;
    this.alarms = alarms;
    this.breaker = breaker;
  }

  @Override
  public boolean isAnswering() {
    return breaker.admits();
  }

  @Override
  public boolean takeTurn() {
    return breaker.takeTurn();
  }

  @Override
  public SendResult send(OutgoingMail mail, Duration timeout) {
    SendResult result = call(mail, timeout);
    if (result instanceof SendResult.Unknown && breaker.missed()) {
      alarms.set(NO_ANSWER, true);
    }
    return result;
  }

  /** Whatever it said. */
  private void answered() {
    breaker.answered();
    alarms.set(NO_ANSWER, false);
  }

  private SendResult call(OutgoingMail mail, Duration timeout) {
    var transmission = new Transmission(mail.sendBefore());
    try {
      String id = ses.sendEmail(request(mail, timeout, transmission)).messageId();
      answered();
      alarms.clear(SES);
      return new SendResult.Sent(id);
    } catch (AwsServiceException e) {
      SendResult result = SystemFaults.in(e).map(this::alarm).orElseGet(() -> classify(e));
      if (!(result instanceof SendResult.Unknown)) {
        answered();
      }
      return result;
    } catch (SdkClientException e) {
      return switch (transmission.state()) {
        case NOT_ASKED_FOR -> alarm(NO_REQUEST);
        case TOO_LATE -> new SendResult.Deferred("too late");
        case BEGUN ->
            neverConnected(e)
                ? new SendResult.Deferred("no connection")
                : new SendResult.Unknown(e.getClass().getSimpleName());
      };
    }
  }

  private SendResult alarm(String fault) {
    alarms.set(fault, true);
    return new SendResult.Deferred(fault);
  }

  private static SendResult classify(AwsServiceException e) {
    return switch (e) {
      case MessageRejectedException _ -> new SendResult.Refused("MessageRejected");
      case BadRequestException _ -> new SendResult.Refused("BadRequest");
      case AwsServiceException other when other.isThrottlingException() ->
          new SendResult.Deferred("throttled");
      case AwsServiceException other when isUndecided(other) ->
          new SendResult.Unknown("status " + other.statusCode());
      case AwsServiceException other when other.statusCode() == TOO_LARGE ->
          new SendResult.Refused("too large");
      case AwsServiceException other when other.statusCode() < 500 ->
          new SendResult.Doubtful("status " + other.statusCode());
      case AwsServiceException other -> new SendResult.Deferred(other.getClass().getSimpleName());
    };
  }

  @Override
  public Optional<String> forgetSuppression(EmailAddress address) {
    try {
      ses.deleteSuppressedDestination(
          r ->
              r.emailAddress(address.addrSpec())
                  .overrideConfiguration(c -> c.apiCallTimeout(FORGETTING)));
    } catch (NotFoundException e) {
      LOG.debug("nothing to take off the suppression list");
    } catch (AwsServiceException e) {
      if (SystemFaults.isForbidden(e)) {
        alarms.set(LIST_CLOSED, true);
      }
      return Optional.of("status " + e.statusCode());
    } catch (SdkClientException e) {
      return Optional.of(e.getClass().getSimpleName());
    }
    alarms.set(LIST_CLOSED, false);
    return Optional.empty();
  }

  private SendEmailRequest request(OutgoingMail mail, Duration timeout, Transmission transmission) {
    SendEmailRequest.Builder request =
        SendEmailRequest.builder()
            .fromEmailAddress(mail.from().addrSpec())
            .destination(d -> d.toAddresses(mail.recipient().addrSpec()))
            .content(c -> c.raw(raw -> raw.data(SdkBytes.fromByteArrayUnsafe(mail.message()))))
            .emailTags(tags(mail))
            .overrideConfiguration(
                c ->
                    c.apiCallTimeout(timeout)
                        .putExecutionAttribute(TransmissionDeadline.TRANSMISSION, transmission));
    config.configurationSet().ifPresent(request::configurationSetName);
    return request.build();
  }

  private static List<MessageTag> tags(OutgoingMail mail) {
    List<MessageTag> tags = new ArrayList<>();
    tags.add(tag("delivery", mail.delivery()));
    tags.add(tag("attempt", Integer.toString(mail.attempt())));
    if (!mail.reference().equals(Reference.NONE)) {
      tags.add(tag("mail", mail.reference().mail()));
      tags.add(tag("route", mail.reference().route()));
    }
    return tags;
  }

  private static MessageTag tag(String name, String value) {
    return MessageTag.builder().name(name).value(value).build();
  }

  /**
   * Something broke on the way or inside: unlike a refusal or a 503, that may be after taking it.
   */
  private static boolean isUndecided(AwsServiceException e) {
    return e.statusCode() >= 500 && e.statusCode() != 503;
  }

  private static boolean neverConnected(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof ConnectTimeoutException
          || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }
}
