package org.aliasrelay.alias.routes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * The tags that servers put on the envelope senders of their users' mail, so as to know a bounce of
 * their own from a forged one: {@code prvs=tag=ann@}, as the draft on BATV has it, and what others
 * made of it.
 */
final class SenderTags {
  private static final String TAG = "[^=]{1,40}";

  private static final Pattern TAGGED =
      Pattern.compile(
          "(?:prvs=%1$s=|btv1==%1$s==|msprvs1=%1$s=)(.+)".formatted(TAG), Pattern.CASE_INSENSITIVE);

  private SenderTags() {}

  /** The user's own address, or the sender as it is where it has no tag. */
  static EmailAddress without(EmailAddress sender) {
    Matcher tagged = TAGGED.matcher(sender.localPart());
    Optional<EmailAddress> own =
        tagged.matches()
            ? EmailAddress.parse(tagged.group(1) + "@" + sender.domain())
            : Optional.empty();
    return own.orElse(sender);
  }
}
