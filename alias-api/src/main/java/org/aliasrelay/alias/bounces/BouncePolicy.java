package org.aliasrelay.alias.bounces;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.aliasrelay.alias.sealing.Fingerprint;

/**
 * What becomes of a mailbox when something happens. Each rule gives the state after it, the same
 * one where nothing changes: so a bounce that comes late, or belongs to a mail sent before the
 * pause, has no effect.
 */
final class BouncePolicy {
  private static final int MOST_DOUBLINGS = 30;

  private final BouncesConfig config;

  BouncePolicy(BouncesConfig config) {
    this.config = config;
  }

  /**
   * A pause ends by itself once a try went unrefused for long enough; old bounces are forgotten.
   */
  Mailbox at(Instant now, Mailbox mailbox) {
    return switch (mailbox) {
      case Mailbox.Open open -> open.deaf(now) || !calm(now, open) ? open : Mailbox.UNTROUBLED;
      case Mailbox.Paused paused -> proven(now, paused.probe()) ? Mailbox.UNTROUBLED : paused;
    };
  }

  private boolean proven(Instant now, Probe probe) {
    return switch (probe) {
      case Probe.None _, Probe.Chosen _, Probe.Planned _ -> false;
      case Probe.Sent(Fingerprint _, Instant at) -> !now.isBefore(at.plus(config.quiet()));
    };
  }

  /** A mail asks to be let in. Past the next try, one at a time is, to try the mailbox out. */
  Mailbox asked(Instant now, Mailbox before, Fingerprint mail) {
    return switch (at(now, before)) {
      case Mailbox.Open open -> open;
      case Mailbox.Paused paused
          when !now.isBefore(paused.nextTry()) && free(now, paused.probe()) ->
          paused.with(new Probe.Chosen(mail, now));
      case Mailbox.Paused paused -> paused;
    };
  }

  /**
   * A mail that got no further for long enough was kept out for another reason, or its alias is
   * gone, and nobody will say what became of it.
   */
  private boolean free(Instant now, Probe probe) {
    return switch (probe) {
      case Probe.None _ -> true;
      case Probe.Chosen(Fingerprint _, Instant at) -> !now.isBefore(at.plus(config.quiet()));
      case Probe.Planned(Fingerprint _, Instant at) -> !now.isBefore(at.plus(config.longestSend()));
      case Probe.Sent _ -> false;
    };
  }

  /** The forwarder asks how to send a mail. */
  Mailbox planned(Instant now, Mailbox before, Fingerprint mail) {
    return switch (at(now, before)) {
      case Mailbox.Open open -> open;
      case Mailbox.Paused paused when waiting(paused.probe()) && paused.probe().is(mail) ->
          paused.with(new Probe.Planned(mail, now));
      case Mailbox.Paused paused -> paused;
    };
  }

  private static boolean waiting(Probe probe) {
    return switch (probe) {
      case Probe.Chosen _, Probe.Planned _ -> true;
      case Probe.None _, Probe.Sent _ -> false;
    };
  }

  /** SES took a mail. */
  Mailbox sent(Instant now, Mailbox before, Fingerprint mail) {
    return switch (at(now, before)) {
      case Mailbox.Open open -> open;
      case Mailbox.Paused paused when waiting(paused.probe()) && paused.probe().is(mail) ->
          paused.with(new Probe.Sent(mail, now));
      case Mailbox.Paused paused -> paused;
    };
  }

  /** A mail ended without the mailbox having been asked: it proves nothing, and another may try. */
  Mailbox ended(Instant now, Mailbox before, Fingerprint mail) {
    return switch (at(now, before)) {
      case Mailbox.Open open -> open;
      case Mailbox.Paused paused when paused.probe().is(mail) -> paused.with(new Probe.None());
      case Mailbox.Paused paused -> paused;
    };
  }

  /** The mailbox refused a mail for good, or SES did not try. */
  Mailbox refused(Instant now, Mailbox before, Bounce bounce, PauseCause cause) {
    return switch (at(now, before)) {
      case Mailbox.Open open when isOfEarlierAddress(now, open, bounce) -> open;
      case Mailbox.Open open -> pause(now, now, cause, config.firstWait());
      case Mailbox.Paused paused when paused.probe().is(bounce.mail()) ->
          pause(
              paused.since(),
              now,
              cause,
              shorter(paused.pause().multipliedBy(2), config.longestWait()));
      case Mailbox.Paused paused -> paused;
    };
  }

  private static Mailbox pause(Instant since, Instant now, PauseCause cause, Duration wait) {
    return new Mailbox.Paused(cause, since, wait, now.plus(wait), new Probe.None());
  }

  /** The mailbox did not take a mail in time. Taking that one answer as proof, it exists again. */
  Mailbox tired(Instant now, Mailbox before, Bounce bounce) {
    return switch (at(now, before)) {
      case Mailbox.Open open when isOfEarlierAddress(now, open, bounce) || open.resting(now) ->
          open;
      case Mailbox.Open open -> rest(now, open.softBounces(), open.deafUntil());
      case Mailbox.Paused paused when paused.probe().is(bounce.mail()) ->
          rest(now, 0, Optional.empty());
      case Mailbox.Paused paused -> paused;
    };
  }

  private static boolean isOfEarlierAddress(Instant now, Mailbox.Open open, Bounce bounce) {
    return open.deaf(now) && !bounce.ofThisAddress();
  }

  private boolean calm(Instant now, Mailbox.Open open) {
    return open.notBefore().map(end -> !now.isBefore(end.plus(config.calm()))).orElse(true);
  }

  private Mailbox rest(Instant now, int softBounces, Optional<Instant> deafUntil) {
    long factor = 1L << Math.min(softBounces, MOST_DOUBLINGS);
    Duration rest = shorter(config.firstBreak().multipliedBy(factor), config.longestBreak());
    return new Mailbox.Open(now, softBounces + 1, Optional.of(now.plus(rest)), deafUntil);
  }

  /** Another address: whatever was known, and whatever still comes in for the old one, is void. */
  Mailbox replaced(Instant now) {
    return new Mailbox.Open(now, 0, Optional.empty(), Optional.of(now.plus(config.quiet())));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
