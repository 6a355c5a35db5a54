package org.aliasrelay.alias.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to a {@link NoticeRequest}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "notice")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NoticePlan.Tell.class, name = "tell"),
  @JsonSubTypes.Type(value = NoticePlan.Withdrawn.class, name = "withdrawn"),
})
public sealed interface NoticePlan {
  /** What {@link #mailId} begins with. */
  String MAIL_ID_START = "notice-";

  /**
   * Tell the owner.
   *
   * @param destination the owner's primary address
   * @param subject one line, any language
   * @param text plain text, lines end with LF
   * @param language of both: a BCP 47 tag (RFC 5646)
   * @param lane as in {@link DeliveryPlan.Forward}
   * @param token names the notice, as the token of a mail does its recipient, where SES tells what
   *     became of it; its mail is {@link #mailId}. Null from an alias-api of before it
   */
  record Tell(
      EmailAddress destination,
      String subject,
      String text,
      String language,
      String lane,
      @Nullable RouteToken token)
      implements NoticePlan {}

  /** What stands in the place of SES's id of a mail that came in. */
  static String mailId(String noticeId) {
    return MAIL_ID_START + noticeId;
  }

  /** The notice of such an id. */
  static Optional<String> noticeId(String mailId) {
    return mailId.startsWith(MAIL_ID_START)
        ? Optional.of(mailId.substring(MAIL_ID_START.length()))
        : Optional.empty();
  }

  /** The account is gone, or there is nothing left to tell. */
  record Withdrawn() implements NoticePlan {}
}
