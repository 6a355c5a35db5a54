package org.aliasrelay.alias.http;

import org.jspecify.annotations.Nullable;

/** Refuses requests in which something is missing. JSON can leave out what a record declares. */
public final class Required {
  private static final int MAX_MAIL_ID = 128;

  private Required() {}

  /** The body of a request. */
  public static <T> T body(@Nullable T body) {
    return member(body, "body");
  }

  /** A member of a request; the name is shown to the client. */
  public static <T> T member(@Nullable T value, String name) {
    if (value == null) {
      throw new InvalidRequest("The " + name + " is missing.");
    }
    return value;
  }

  /** The id SES gave a mail: 1 to 128 characters. */
  public static String mailId(@Nullable String mailId) {
    String present = member(mailId, "mailId");
    if (present.isBlank() || present.length() > MAX_MAIL_ID) {
      throw new InvalidRequest("The mailId is none.");
    }
    return present;
  }
}
