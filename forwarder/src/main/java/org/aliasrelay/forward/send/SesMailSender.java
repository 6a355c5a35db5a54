package org.aliasrelay.forward.send;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.aliasrelay.forward.MailConfig;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** Sends through SES v2 as a raw message. */
@ApplicationScoped
class SesMailSender implements MailSender {
  /** SES's words for an identity that the operator has not verified: a fault of ours. */
  private static final String NOT_VERIFIED = "not verified";

  private final SesV2Client ses;
  private final MailConfig config;

  SesMailSender(SesV2Client ses, MailConfig config) {
    this.ses = ses;
    this.config = config;
  }

  @Override
  public SendResult send(OutgoingMail mail, Duration timeout) {
    try {
      return new SendResult.Sent(ses.sendEmail(request(mail, timeout)).messageId());
    } catch (MessageRejectedException | BadRequestException e) {
      String text = String.valueOf(e.awsErrorDetails().errorMessage());
      return text.contains(NOT_VERIFIED)
          ? new SendResult.Deferred("identity not verified")
          : new SendResult.Refused(e.getClass().getSimpleName());
    } catch (AwsServiceException e) {
      return isUndecided(e)
          ? new SendResult.Unknown("status " + e.statusCode())
          : new SendResult.Deferred(e.getClass().getSimpleName());
    } catch (SdkClientException e) {
      return neverConnected(e)
          ? new SendResult.Deferred("no connection")
          : new SendResult.Unknown(e.getClass().getSimpleName());
    }
  }

  private SendEmailRequest request(OutgoingMail mail, Duration timeout) {
    SendEmailRequest.Builder request =
        SendEmailRequest.builder()
            .fromEmailAddress(mail.from().value())
            .destination(d -> d.toAddresses(mail.recipient().value()))
            .content(c -> c.raw(raw -> raw.data(SdkBytes.fromByteArrayUnsafe(mail.message()))))
            .emailTags(
                tag("delivery", mail.tag()), tag("attempt", Integer.toString(mail.attempt())))
            .overrideConfiguration(c -> c.apiCallTimeout(timeout));
    config.configurationSet().ifPresent(request::configurationSetName);
    return request.build();
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
