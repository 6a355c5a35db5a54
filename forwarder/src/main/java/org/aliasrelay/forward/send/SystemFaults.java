package org.aliasrelay.forward.send;

import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;

/**
 * Answers of SES that are about the operator's account and not about the mail: sending on would
 * fail for every mail, and refusing would lose every mail.
 */
final class SystemFaults {
  /** SES's words for an identity that the operator has not verified. */
  private static final String NOT_VERIFIED = "not verified";

  private static final String DAILY_QUOTA = "daily message quota exceeded";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private SystemFaults() {}

  /** The name of the fault, if it is one. */
  static Optional<String> in(AwsServiceException e) {
    return switch (e) {
      case AccountSuspendedException _ -> Optional.of("ses-account-suspended");
      case SendingPausedException _ -> Optional.of("ses-sending-paused");
      case MailFromDomainNotVerifiedException _ -> Optional.of("ses-mail-from-domain-not-verified");
      case LimitExceededException _ -> Optional.of("ses-limit-exceeded");
      case NotFoundException _ -> Optional.of("ses-configuration-set-missing");
      case AwsServiceException other -> byText(other);
    };
  }

  private static Optional<String> byText(AwsServiceException e) {
    String text = text(e);
    if (text.contains(NOT_VERIFIED)) {
      return Optional.of("ses-identity-not-verified");
    }
    if (text.contains(DAILY_QUOTA)) {
      return Optional.of("ses-daily-quota-used-up");
    }
    return isForbidden(e) ? Optional.of("ses-credentials-refused") : Optional.empty();
  }

  /** Whether the credentials do not allow the call, or are none. */
  static boolean isForbidden(AwsServiceException e) {
    return e.statusCode() == UNAUTHORIZED || e.statusCode() == FORBIDDEN;
  }

  private static String text(AwsServiceException e) {
    return e.awsErrorDetails() == null
        ? ""
        : String.valueOf(e.awsErrorDetails().errorMessage()).toLowerCase(Locale.ROOT);
  }
}
