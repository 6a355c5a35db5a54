package org.aliasrelay.alias.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The answer to a {@link NoticeRequest}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "notice")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NoticePlan.Tell.class, name = "tell"),
  @JsonSubTypes.Type(value = NoticePlan.Withdrawn.class, name = "withdrawn"),
})
public sealed interface NoticePlan {
  /**
   * Tell the owner.
   *
   * @param destination the owner's primary address
   * @param subject one line, any language
   * @param text plain text, lines end with LF
   * @param language of both: a BCP 47 tag (RFC 5646)
   * @param lane as in {@link DeliveryPlan.Forward}
   */
  record Tell(EmailAddress destination, String subject, String text, String language, String lane)
      implements NoticePlan {}

  /** The account is gone, or there is nothing left to tell. */
  record Withdrawn() implements NoticePlan {}
}
