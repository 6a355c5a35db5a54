package org.aliasrelay.ingest.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.ingest.contract.MailId;
import org.aliasrelay.ingest.contract.VaultKey;
import org.aliasrelay.ingest.read.Notification.Fault;
import org.aliasrelay.ingest.read.Notification.Malformed;
import org.aliasrelay.ingest.read.Notification.Received;
import org.aliasrelay.ingest.read.Notification.Setup;
import org.jspecify.annotations.Nullable;

/**
 * Reads SES's notifications of received mail. Fields it does not know are passed over, because
 * Amazon adds some; a field of the wrong kind counts as missing. It never throws.
 */
@Singleton
public final class SesNotifications {
  private static final String SETUP = "AMAZON_SES_SETUP_NOTIFICATION";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String bucket;
  private final Optional<String> keyPrefix;

  /** Reads notifications about mail in this installation's bucket. */
  public SesNotifications(MailConfig config) {
    this.bucket = config.bucket();
    this.keyPrefix = config.keyPrefix();
  }

  /** Reads one notification, which must be verified. */
  public Notification read(String text) {
    try {
      JsonNode notification = JSON.readTree(text);
      return notification.isObject() ? read(notification) : new Malformed(Fault.NOT_JSON);
    } catch (JsonProcessingException e) {
      return new Malformed(Fault.NOT_JSON);
    }
  }

  private Notification read(JsonNode notification) {
    JsonNode mail = notification.path("mail");
    JsonNode action = notification.path("receipt").path("action");
    if (!"Received".equals(notification.path("notificationType").textValue())) {
      return new Malformed(Fault.NOT_RECEIVED);
    }
    if (SETUP.equals(mail.path("messageId").textValue())) {
      return new Setup();
    }
    Optional<MailId> id = parse(mail.path("messageId"), MailId::new);
    if (id.isEmpty()) {
      return new Malformed(Fault.MAIL_ID);
    }
    if (!"S3".equals(action.path("type").textValue())
        || !bucket.equals(action.path("bucketName").textValue())) {
      return new Malformed(Fault.BUCKET);
    }
    // SES names the object after the mail. Another mail's object would be someone else's content.
    Optional<VaultKey> key =
        parse(action.path("objectKey"), VaultKey::new)
            .filter(candidate -> isPlaceOf(id.get(), candidate));
    if (key.isEmpty()) {
      return new Malformed(Fault.VAULT_KEY);
    }
    JsonNode named = notification.path("receipt").path("recipients");
    if (named.size() == 0) {
      return new Malformed(Fault.NO_RECIPIENTS);
    }
    List<Optional<EmailAddress>> recipients =
        StreamSupport.stream(named.spliterator(), false)
            .map(recipient -> EmailAddress.parse(recipient.textValue()))
            .toList();
    EmailAddress sender = envelopeSender(mail.path("source").textValue());
    return new Received(
        new ReceivedMail(
            id.get(),
            key.get(),
            sender,
            recipients.stream().flatMap(Optional::stream).distinct().toList(),
            Math.toIntExact(recipients.stream().filter(Optional::isEmpty).count()),
            VerdictReader.read(notification, sender)));
  }

  private boolean isPlaceOf(MailId id, VaultKey key) {
    return keyPrefix
        .map(prefix -> key.value().equals(prefix + id.value()))
        .orElseGet(() -> key.value().endsWith(id.value()));
  }

  /** The null sender has several spellings; SES writes the last for bounces (RFC 5321, 4.5.5). */
  private static @Nullable EmailAddress envelopeSender(@Nullable String source) {
    String text = Objects.requireNonNullElse(source, "").strip();
    if (text.startsWith("<") && text.endsWith(">")) {
      text = text.substring(1, text.length() - 1);
    }
    return EmailAddress.parse(text)
        .filter(sender -> !sender.localPart().toLowerCase(Locale.ROOT).equals("mailer-daemon"))
        .orElse(null);
  }

  private static <T> Optional<T> parse(JsonNode node, Function<String, T> constructor) {
    try {
      return Optional.ofNullable(node.textValue()).map(constructor);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
