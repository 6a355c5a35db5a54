package org.aliasrelay.local.door;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aliasrelay.local.message.HeaderField;
import org.aliasrelay.local.message.RawMessage;
import org.aliasrelay.local.notify.Topic;
import org.aliasrelay.local.notify.TopicUnavailableException;
import org.aliasrelay.local.objects.S3Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A receipt rule of SES for the whole relay domain: the message to S3, then word of it. */
public final class Door {
  /** Headers included; larger mail bounces at SES. */
  public static final int MAX_OCTETS = 40 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private final Rule rule;
  private final Vault vault;
  private final Topic topic;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * What the receipt rule says.
   *
   * @param domain the relay domain; subdomains are not meant
   * @param prefix of every object key; may be empty
   * @param topicArn as named in notifications
   */
  public record Rule(String domain, String bucket, String prefix, String topicArn) {}

  public Door(Rule rule, S3Endpoint s3, Topic topic, Clock clock) {
    this(rule, new S3Vault(s3), topic, clock);
  }

  Door(Rule rule, Vault vault, Topic topic, Clock clock) {
    this.rule = rule;
    this.vault = vault;
    this.topic = topic;
    this.clock = clock;
  }

  /** Whether mail to this address comes in here. */
  public boolean serves(String recipient) {
    int at = recipient.lastIndexOf('@');
    return at > 0
        && recipient
            .substring(at + 1)
            .toLowerCase(Locale.ROOT)
            .equals(rule.domain().toLowerCase(Locale.ROOT));
  }

  public Reception receive(Envelope envelope, byte[] content) {
    var receivedAt = clock.instant();
    var id = MailId.random(random);
    var message = RawMessage.parse(content);
    Verdicts verdicts;
    try {
      verdicts = Verdicts.askedFor(message.fields());
    } catch (IllegalArgumentException e) {
      return new Reception.Refused(Verdicts.FIELD + " has an unknown word");
    }
    var fields = new ArrayList<>(new SesHeaders(id, envelope, verdicts, receivedAt).fields());
    message.fields().stream().filter(field -> !field.is(Verdicts.FIELD)).forEach(fields::add);
    var notification =
        new ReceiptNotification(
            id,
            envelope,
            verdicts,
            fields,
            receivedAt,
            Duration.between(receivedAt, clock.instant()));
    return keep(notification, message, fields);
  }

  private Reception keep(
      ReceiptNotification notification, RawMessage message, List<HeaderField> fields) {
    var object = new StoredObject(rule.bucket(), rule.prefix(), notification.id());
    try {
      vault.put(object, message.under(fields));
      topic.publish(ReceiptNotification.SUBJECT, notification.json(object, rule.topicArn()));
      return new Reception.Accepted(notification.id().value());
    } catch (VaultUnavailableException | TopicUnavailableException e) {
      LOG.warn("mailId={} outcome=deferred reason={}", object.id(), e.getMessage());
      forget(object);
      return new Reception.Deferred();
    }
  }

  /** A failed put may have arrived all the same, so the object goes in either case. */
  private void forget(StoredObject object) {
    try {
      vault.delete(object);
    } catch (VaultUnavailableException e) {
      LOG.warn("mailId={} outcome=left-behind reason={}", object.id(), e.getMessage());
    }
  }
}
