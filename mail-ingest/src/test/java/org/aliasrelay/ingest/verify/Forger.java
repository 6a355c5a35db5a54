package org.aliasrelay.ingest.verify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Forges what lies on a queue in every way we know of, and watches over real sockets what the
 * verifier fetches: from the place where SNS keeps its certificates, and from a hostile one.
 */
public final class Forger implements AutoCloseable {
  public static final String MAIL_TOPIC = "arn:aws:sns:us-east-1:000000000000:inbound-mail";
  public static final String EVENTS_TOPIC = "arn:aws:sns:us-east-1:000000000000:mail-events";

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String GOOD = "SimpleNotificationService-0a.pem";
  private static final String EXPIRED = "SimpleNotificationService-0b.pem";
  private static final String SOMEBODYS = "SimpleNotificationService-0c.pem";
  private static final String HOSTILE = "SimpleNotificationService-0d.pem";
  private static final SigningIdentity SNS = SigningIdentity.of("sns.amazonaws.com");
  private static final SigningIdentity FORMER =
      SigningIdentity.of("sns.amazonaws.com", SigningIdentity.LONG_AGO, 30, "RSA", 2048);
  private static final SigningIdentity SOMEBODY = SigningIdentity.of("somebody.example");

  private final List<String> fetched = new CopyOnWriteArrayList<>();
  private final List<String> lured = new CopyOnWriteArrayList<>();
  private final HttpServer amazon =
      serve(fetched, Map.of(GOOD, SNS, EXPIRED, FORMER, SOMEBODYS, SOMEBODY));
  private final HttpServer hostile = serve(lured, Map.of(HOSTILE, SNS));
  private final String topic;

  /** Forges for the queue behind this topic. */
  public Forger(String topic) {
    this.topic = topic;
  }

  /** A forgery, and the reason for which it must be refused. */
  public record Forgery(String body, ForgeryReason reason) {}

  /** All of them round the same message, by what is wrong with them. */
  public Map<String, Forgery> forgeries(String message) {
    Map<String, Forgery> all = new LinkedHashMap<>();
    all.put("no envelope", new Forgery(message, ForgeryReason.NOT_AN_ENVELOPE));
    put(all, "unsigned", ForgeryReason.UNSIGNED, genuine(message).without("Signature"));
    put(
        all,
        "old signature version",
        ForgeryReason.SIGNATURE_VERSION,
        envelope(message).with("SignatureVersion", "1").signedBy(SNS, "SHA1withRSA"));
    put(
        all,
        "new signature called old",
        ForgeryReason.SIGNATURE_VERSION,
        genuine(message).with("SignatureVersion", "1"));
    put(
        all,
        "wrong topic",
        ForgeryReason.WRONG_TOPIC,
        envelope(message).with("TopicArn", topic.replace("0000:", "9999:")).signedBy(SNS));
    put(
        all,
        "replayed from the other queue",
        ForgeryReason.WRONG_TOPIC,
        envelope(message).with("TopicArn", other()).signedBy(SNS));
    put(
        all,
        "foreign certificate host",
        ForgeryReason.CERTIFICATE_PLACE,
        envelope(message).with("SigningCertURL", url(hostile) + HOSTILE).signedBy(SNS));
    put(
        all,
        "expired certificate",
        ForgeryReason.CERTIFICATE_DATES,
        envelope(message).with("SigningCertURL", url(amazon) + EXPIRED).signedBy(FORMER));
    put(
        all,
        "somebody else's certificate",
        ForgeryReason.CERTIFICATE_SUBJECT,
        envelope(message).with("SigningCertURL", url(amazon) + SOMEBODYS).signedBy(SOMEBODY));
    put(
        all,
        "somebody else's signature",
        ForgeryReason.SIGNATURE,
        envelope(message).signedBy(SOMEBODY));
    put(
        all,
        "other content than was signed",
        ForgeryReason.SIGNATURE,
        envelope("{}").signedBy(SNS).with("Message", message));
    put(
        all,
        "replayed after it was forgotten",
        ForgeryReason.STALE,
        sent(message, NOW.minus(Duration.ofDays(15))).signedBy(SNS));
    put(
        all,
        "replayed with a new time",
        ForgeryReason.SIGNATURE,
        sent(message, NOW.minus(Duration.ofDays(15)))
            .signedBy(SNS)
            .with("Timestamp", NOW.toString()));
    for (String type : List.of("SubscriptionConfirmation", "UnsubscribeConfirmation")) {
      put(
          all,
          "hostile SubscribeURL in a " + type,
          ForgeryReason.NOT_A_NOTIFICATION,
          envelope(message).with("Type", type).with("Token", "t").signedBy(SNS));
    }
    return all;
  }

  /** As SNS would write it; its other URLs lead to the hostile place. */
  public String genuinely(String message) {
    return genuine(message).json();
  }

  /** A verifier as the service has it, with real requests. */
  public SnsVerifier verifier() {
    SnsTrust trust =
        new SnsTrust(topic, url(amazon), "sns.amazonaws.com", false, Duration.ofDays(14));
    return new SnsVerifier(
        trust,
        new CachedSigningCertificates(new HttpSigningCertificates()),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** What was fetched from where SNS keeps its certificates. */
  public List<String> fetched() {
    return fetched;
  }

  /** What was fetched from the hostile place. */
  public List<String> lured() {
    return lured;
  }

  @Override
  public void close() {
    amazon.stop(0);
    hostile.stop(0);
  }

  private static void put(
      Map<String, Forgery> all, String name, ForgeryReason reason, Envelopes envelope) {
    all.put(name, new Forgery(envelope.json(), reason));
  }

  private String other() {
    return topic.equals(MAIL_TOPIC) ? EVENTS_TOPIC : MAIL_TOPIC;
  }

  private Envelopes genuine(String message) {
    return envelope(message).signedBy(SNS);
  }

  private Envelopes envelope(String message) {
    return sent(message, NOW);
  }

  private Envelopes sent(String message, Instant time) {
    return new Envelopes(message, topic, time, url(amazon) + GOOD)
        .with("SubscribeURL", url(hostile) + "subscribe")
        .with("UnsubscribeURL", url(hostile) + "unsubscribe");
  }

  private static String url(HttpServer host) {
    return "http://127.0.0.1:" + host.getAddress().getPort() + "/";
  }

  private static HttpServer serve(List<String> asked, Map<String, SigningIdentity> certificates) {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      HttpServer host = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      host.createContext(
          "/",
          exchange -> {
            String name = exchange.getRequestURI().getPath().substring(1);
            asked.add(name);
            SigningIdentity identity = certificates.get(name);
            byte[] pem =
                identity == null ? new byte[0] : identity.pem().getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(identity == null ? 404 : 200, pem.length);
            exchange.getResponseBody().write(pem);
            exchange.close();
          });
      host.start();
      return host;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
