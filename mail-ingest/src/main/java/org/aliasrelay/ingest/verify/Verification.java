package org.aliasrelay.ingest.verify;

/** What checking an SNS envelope gave. */
public sealed interface Verification {
  /** What {@link Cause#SETTINGS_IN_DOUBT} waits for, as an operator reads it in the log. */
  String SETTINGS_TO_CHECK =
      "a first message that verifies: see SNS settings in /q/health, and check relay.sns.*, the"
          + " topic's SignatureVersion (2) and the subscription's RawMessageDelivery (false)";

  /** Amazon SNS signed it for our topic, and lately. */
  record Verified(String notification) implements Verification {
    /** Not the notification: it holds addresses. */
    @Override
    public String toString() {
      return "Verified";
    }
  }

  /** It can never verify. */
  record Forged(ForgeryReason reason) implements Verification {}

  /** Nobody can tell at present. */
  record Unverifiable(Cause cause) implements Verification {}

  /** Why nobody can tell. */
  enum Cause {
    /** The certificate host does not answer: no message can be checked. */
    CERTIFICATE_HOST_AWAY,
    /**
     * The host answers, but not with this certificate. It concerns this message only: a made-up
     * name must not hold up everyone's mail.
     */
    CERTIFICATE_MISSING,
    /**
     * It looks forged, but as all of them would if a setting were wrong, and none has verified yet.
     */
    SETTINGS_IN_DOUBT
  }
}
