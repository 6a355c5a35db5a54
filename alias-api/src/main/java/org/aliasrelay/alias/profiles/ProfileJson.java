package org.aliasrelay.alias.profiles;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.aliasrelay.alias.accounts.Preferences;
import org.aliasrelay.alias.aliases.AliasTotals;
import org.aliasrelay.alias.bounces.MailboxStatus;
import org.aliasrelay.alias.bounces.PauseCause;
import org.jspecify.annotations.Nullable;

/**
 * An account as clients of Firefox Relay know it, as far as this relay has what they show. Our own
 * are {@code suspect_mail}, {@code banner}, {@code language}, {@code mailbox_status} and {@code
 * mailbox_status_since}.
 *
 * @param bounceStatus whether mail waits or stays out, and the kind of bounce: empty, soft or hard
 * @param nextEmailTry when the mailbox is sent to again; now where nothing holds it up
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ProfileJson(
    long id,
    List<Object> bounceStatus,
    Instant nextEmailTry,
    String mailboxStatus,
    @Nullable Instant mailboxStatusSince,
    String suspectMail,
    boolean banner,
    boolean removeLevelOneEmailTrackers,
    String language,
    boolean metricsEnabled,
    long emailsForwarded,
    long emailsBlocked,
    long emailsReplied,
    long levelOneTrackersBlocked,
    long totalMasks,
    boolean atMaskLimit) {

  static ProfileJson of(
      long id,
      Instant now,
      MailboxStatus mailbox,
      Preferences preferences,
      AliasTotals totals,
      boolean atLimit) {
    Shown shown = shown(mailbox, now);
    return new ProfileJson(
        id,
        shown.bounceStatus(),
        shown.nextTry(),
        shown.name(),
        shown.since(),
        preferences.suspectMail().name().toLowerCase(Locale.ROOT),
        preferences.wishes().banner(),
        preferences.wishes().removeTrackers(),
        preferences.wishes().language(),
        preferences.metricsEnabled(),
        totals.counts().forwarded(),
        totals.counts().blocked(),
        totals.counts().replied(),
        totals.counts().trackers(),
        totals.aliases(),
        atLimit);
  }

  private record Shown(
      List<Object> bounceStatus, Instant nextTry, String name, @Nullable Instant since) {}

  private static Shown shown(MailboxStatus mailbox, Instant now) {
    return switch (mailbox) {
      case MailboxStatus.Active _ -> new Shown(List.of(false, ""), now, "active", null);
      case MailboxStatus.Resting(Instant since, Instant until) ->
          new Shown(List.of(true, "soft"), until, "resting", since);
      case MailboxStatus.Paused(PauseCause cause, Instant since, Instant nextTry) ->
          new Shown(List.of(true, "hard"), nextTry, cause.name().toLowerCase(Locale.ROOT), since);
    };
  }
}
