package org.aliasrelay.ingest.verify;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose notifications are believed: the settings, checked.
 *
 * @param certificatePrefix everything of a certificate's URL but its name, ending with a slash
 */
record SnsTrust(
    String topicArn,
    String certificatePrefix,
    String certificateCommonName,
    boolean allowSignatureV1,
    Duration maxAge) {

  private static final Pattern TOPIC =
      Pattern.compile("arn:aws[a-z-]*:sns:(?<region>[a-z0-9-]+):[0-9]{12}:[A-Za-z0-9_-]{1,256}");

  private static final Pattern CERTIFICATE_NAME =
      Pattern.compile("SimpleNotificationService-[0-9a-f]{1,128}\\.pem");

  /**
   * @throws IllegalArgumentException if a setting makes no sense; the service must not start then
   */
  static SnsTrust inboundMail(SnsConfig config) {
    return of(config, "relay.sns.topic-arn", config.topicArn());
  }

  /**
   * @throws IllegalArgumentException if a setting makes no sense; the service must not start then
   */
  static SnsTrust mailEvents(SnsConfig config) {
    return of(config, "relay.sns.events-topic-arn", config.eventsTopicArn());
  }

  private static SnsTrust of(SnsConfig config, String setting, String topicArn) {
    Matcher topic = TOPIC.matcher(topicArn);
    if (!topic.matches()) {
      throw new IllegalArgumentException(setting + " is not the ARN of an SNS topic");
    }
    String prefix =
        config
            .certificatePrefix()
            .orElseGet(() -> "https://sns." + topic.group("region") + ".amazonaws.com/");
    URI place = URI.create(prefix);
    if (place.getHost() == null
        || place.getRawUserInfo() != null
        || place.getRawQuery() != null
        || place.getRawFragment() != null
        || !"/".equals(place.getRawPath())) {
      throw new IllegalArgumentException(
          "relay.sns.certificate-prefix must be scheme, host, optional port and one slash");
    }
    return new SnsTrust(
        topicArn,
        prefix,
        config.certificateCommonName(),
        config.allowSignatureV1(),
        config.maxAge());
  }

  /**
   * The place of the certificate, if it is one of Amazon's. The text is compared, not parsed: the
   * prefix ends the host, and no certificate's name holds a colon, an at sign, a slash, a question
   * mark or a number sign, so two URL parsers cannot disagree about where this leads.
   */
  Optional<URI> certificateAt(String url) {
    if (!url.startsWith(certificatePrefix)) {
      return Optional.empty();
    }
    return CERTIFICATE_NAME.matcher(url.substring(certificatePrefix.length())).matches()
        ? Optional.of(URI.create(url))
        : Optional.empty();
  }

  /** The algorithm behind a signature version, if that version is taken. */
  Optional<String> signatureAlgorithm(String version) {
    if ("2".equals(version)) {
      return Optional.of("SHA256withRSA");
    }
    return "1".equals(version) && allowSignatureV1 ? Optional.of("SHA1withRSA") : Optional.empty();
  }
}
