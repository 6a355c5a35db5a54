package org.aliasrelay.ingest.receive;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.aliasrelay.ingest.admit.AliasApiStub;
import org.aliasrelay.ingest.verify.Envelopes;
import org.aliasrelay.ingest.verify.SigningIdentity;
import org.jspecify.annotations.Nullable;

/** What is round mail-ingest and is not AWS: alias-api, and an SNS whose key the test holds. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
  private static final String CREDENTIAL = "credential-of-the-test";
  private static final String CERTIFICATE = "SimpleNotificationService-0a1b2c3d.pem";
  private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:inbound-mail";

  private static final String EVENTS_TOPIC = "arn:aws:sns:us-east-1:000000000000:mail-events";

  private final SigningIdentity sns = SigningIdentity.of("sns.amazonaws.com");
  private final AliasApiStub aliasApi = new AliasApiStub(CREDENTIAL);
  private @Nullable HttpServer certificateHost;
  private String prefix = "";

  /** After the local cloud's resource, whose certificate prefix this replaces. */
  @Override
  public int order() {
    return 1;
  }

  @Override
  public Map<String, String> start() {
    try {
      HttpServer host =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      host.createContext(
          "/" + CERTIFICATE,
          exchange -> {
            byte[] pem = sns.pem().getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, pem.length);
            exchange.getResponseBody().write(pem);
            exchange.close();
          });
      host.start();
      certificateHost = host;
      prefix = "http://127.0.0.1:" + host.getAddress().getPort() + "/";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "relay.sns.certificate-prefix", prefix,
        "relay.sns.topic-arn", TOPIC,
        "relay.sns.events-topic-arn", EVENTS_TOPIC,
        "relay.internal.url", aliasApi.url().toString(),
        "relay.internal.credential", CREDENTIAL);
  }

  /** The stub that answers for alias-api. */
  AliasApiStub aliasApi() {
    return aliasApi;
  }

  /** A notification as it lies on the queue. */
  String signed(String notification) {
    return new Envelopes(notification, TOPIC, Instant.now(), prefix + CERTIFICATE)
        .signedBy(sns)
        .json();
  }

  /** The same, with a signature that fits something else. */
  String forged(String notification) {
    return signed(notification).replace("Amazon SES", "Amason SES");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(Surroundings.class));
  }

  @Override
  public void stop() {
    aliasApi.stop();
    if (certificateHost != null) {
      certificateHost.stop(0);
    }
  }
}
