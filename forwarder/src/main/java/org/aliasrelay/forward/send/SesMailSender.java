package org.aliasrelay.forward.send;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.forward.MailConfig;
import org.aliasrelay.forward.alarm.Alarms;
import org.apache.http.conn.ConnectTimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** Sends through SES v2 as a raw message. */
@ApplicationScoped
class SesMailSender implements MailSender {
  private static final Logger LOG = Logger.getLogger(SesMailSender.class);

  /** Alarms about SES begin with this. */
  private static final String SES = "ses-";

  private static final int TOO_LARGE = 413;

  private final SesV2Client ses;
  private final MailConfig config;
  private final Alarms alarms;

  SesMailSender(SesV2Client ses, MailConfig config, Alarms alarms) {
    this.ses = ses;
    this.config = config;
    this.alarms = alarms;
  }

  @Override
  public SendResult send(OutgoingMail mail, Duration timeout) {
    try {
      String id = ses.sendEmail(request(mail, timeout)).messageId();
      alarms.clear(SES);
      return new SendResult.Sent(id);
    } catch (AwsServiceException e) {
      return SystemFaults.in(e).map(this::alarm).orElseGet(() -> classify(e));
    } catch (TransmissionDeadline.TooLateException e) {
      return new SendResult.Deferred("too late");
    } catch (SdkClientException e) {
      return neverConnected(e)
          ? new SendResult.Deferred("no connection")
          : new SendResult.Unknown(e.getClass().getSimpleName());
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
  public void forgetSuppression(EmailAddress address) {
    try {
      ses.deleteSuppressedDestination(r -> r.emailAddress(address.value()));
    } catch (SdkException e) {
      // It is not on the list, as a rule; if it is, its next bounce says so again.
      LOG.debugf("nothing taken off the suppression list: %s", e.getClass().getSimpleName());
    }
  }

  private SendEmailRequest request(OutgoingMail mail, Duration timeout) {
    SendEmailRequest.Builder request =
        SendEmailRequest.builder()
            .fromEmailAddress(mail.from().value())
            .destination(d -> d.toAddresses(mail.recipient().value()))
            .content(c -> c.raw(raw -> raw.data(SdkBytes.fromByteArrayUnsafe(mail.message()))))
            .emailTags(tags(mail))
            .overrideConfiguration(
                c ->
                    c.apiCallTimeout(timeout)
                        .putExecutionAttribute(
                            TransmissionDeadline.SEND_BEFORE, mail.sendBefore()));
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
