package org.aliasrelay.ingest.verify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Whose notifications are believed. */
@ConfigMapping(prefix = "relay.sns")
public interface SnsConfig {
  /**
   * The one topic SES publishes received mail to, {@code arn:aws:sns:<region>:<account>:<name>}.
   * Without this check anybody's topic in the same region would verify.
   */
  String topicArn();

  /**
   * The one topic that the configuration set publishes its events to, in the same region and
   * account.
   */
  String eventsTopicArn();

  /**
   * Where signing certificates are fetched, ending with a slash. Absent: {@code
   * https://sns.<region>.amazonaws.com/}, with the topic's region. Set only where something else
   * plays SNS, such as the local cloud.
   */
  Optional<String> certificatePrefix();

  /**
   * The common name in the subject of a signing certificate. Some opt-in regions have their own.
   */
  @WithDefault("sns.amazonaws.com")
  String certificateCommonName();

  /**
   * Whether SHA-1 signatures are taken. Leave it off, and set the topic's attribute {@code
   * SignatureVersion} to 2: a forger would choose the weaker one.
   */
  @WithDefault("false")
  boolean allowSignatureV1();

  /**
   * The oldest notification taken. The default is the longest time SQS keeps a message, so that
   * mail that waited out a long outage still comes in. A replay inside this window is harmless: the
   * forwarder's ledger sends a mail once per recipient.
   */
  @WithDefault("P14D")
  Duration maxAge();
}
