package org.aliasrelay.alias.bounces;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.jspecify.annotations.Nullable;

/** A mailbox in trouble, as it is stored. */
@Entity
@Table(name = "mailbox")
class MailboxRow {
  private static final String OPEN = "OPEN";

  /** How far a probe is. The names are stored. */
  enum Stage {
    CHOSEN,
    PLANNED,
    SENT
  }

  @Id
  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "status", nullable = false)
  String status = OPEN;

  @Column(name = "since", nullable = false)
  Instant since;

  @Column(name = "wait_seconds", nullable = false)
  long waitSeconds;

  @Column(name = "next_try_at")
  @Nullable Instant nextTryAt;

  @Column(name = "probe_hash")
  byte @Nullable [] probeHash;

  @Column(name = "probe_at")
  @Nullable Instant probeAt;

  @Column(name = "probe_stage")
  @Enumerated(EnumType.STRING)
  @Nullable Stage probeStage;

  @Column(name = "soft_bounces", nullable = false)
  int softBounces;

  @Column(name = "not_before")
  @Nullable Instant notBefore;

  @Column(name = "deaf_until")
  @Nullable Instant deafUntil;

  /** For Hibernate. */
  MailboxRow() {}

  Mailbox state() {
    return status.equals(OPEN)
        ? new Mailbox.Open(
            since, softBounces, Optional.ofNullable(notBefore), Optional.ofNullable(deafUntil))
        : new Mailbox.Paused(
            PauseCause.valueOf(status),
            since,
            Duration.ofSeconds(waitSeconds),
            Objects.requireNonNull(nextTryAt),
            probe());
  }

  private Probe probe() {
    if (probeHash == null || probeStage == null) {
      return new Probe.None();
    }
    Fingerprint mail = Fingerprint.of(probeHash);
    Instant at = Objects.requireNonNull(probeAt);
    return switch (probeStage) {
      case CHOSEN -> new Probe.Chosen(mail, at);
      case PLANNED -> new Probe.Planned(mail, at);
      case SENT -> new Probe.Sent(mail, at);
    };
  }

  void take(Mailbox state) {
    switch (state) {
      case Mailbox.Open open -> take(open);
      case Mailbox.Paused paused -> take(paused);
    }
  }

  private void take(Mailbox.Open open) {
    status = OPEN;
    since = open.since();
    waitSeconds = 0;
    nextTryAt = null;
    take(new Probe.None());
    softBounces = open.softBounces();
    notBefore = open.notBefore().orElse(null);
    deafUntil = open.deafUntil().orElse(null);
  }

  private void take(Mailbox.Paused paused) {
    status = paused.cause().name();
    since = paused.since();
    waitSeconds = paused.pause().toSeconds();
    nextTryAt = paused.nextTry();
    take(paused.probe());
    softBounces = 0;
    notBefore = null;
    deafUntil = null;
  }

  private void take(Probe probe) {
    switch (probe) {
      case Probe.None _ -> take(null, null, null);
      case Probe.Chosen(Fingerprint mail, Instant at) -> take(mail, at, Stage.CHOSEN);
      case Probe.Planned(Fingerprint mail, Instant at) -> take(mail, at, Stage.PLANNED);
      case Probe.Sent(Fingerprint mail, Instant at) -> take(mail, at, Stage.SENT);
    }
  }

  private void take(@Nullable Fingerprint mail, @Nullable Instant at, @Nullable Stage stage) {
    probeHash = mail == null ? null : mail.bytes();
    probeAt = at;
    probeStage = stage;
  }
}
