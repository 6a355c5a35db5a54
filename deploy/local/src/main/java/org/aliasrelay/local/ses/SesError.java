package org.aliasrelay.local.ses;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The errors of SES that a sender can meet, with their names in both APIs. */
enum SesError {
  BAD_REQUEST(400, "BadRequestException", "InvalidParameterValue"),
  MESSAGE_REJECTED(400, "MessageRejected", "MessageRejected"),
  TOO_MANY_REQUESTS(429, "TooManyRequestsException", "Throttling"),
  LIMIT_EXCEEDED(400, "LimitExceededException", "LimitExceeded"),
  ACCOUNT_SUSPENDED(400, "AccountSuspendedException", "AccountSendingPausedException"),
  SENDING_PAUSED(400, "SendingPausedException", "AccountSendingPausedException"),
  MAIL_FROM_NOT_VERIFIED(
      400, "MailFromDomainNotVerifiedException", "MailFromDomainNotVerifiedException"),
  NOT_FOUND(404, "NotFoundException", "ConfigurationSetDoesNotExist"),
  INTERNAL_FAILURE(500, "InternalFailure", "InternalFailure"),
  SERVICE_UNAVAILABLE(503, "ServiceUnavailable", "ServiceUnavailable");

  private final int status;
  private final String v2Code;
  private final String v1Code;

  SesError(int status, String v2Code, String v1Code) {
    this.status = status;
    this.v2Code = v2Code;
    this.v1Code = v1Code;
  }

  int v2Status() {
    return status;
  }

  /** The query protocol answers every fault of the caller with 400, throttling too. */
  int v1Status() {
    return status >= 500 ? status : 400;
  }

  String v2Code() {
    return v2Code;
  }

  String v1Code() {
    return v1Code;
  }

  static Optional<SesError> named(String code) {
    String wanted = code.toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(
            error ->
                error.v2Code.toLowerCase(Locale.ROOT).equals(wanted)
                    || error.v1Code.toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }
}
