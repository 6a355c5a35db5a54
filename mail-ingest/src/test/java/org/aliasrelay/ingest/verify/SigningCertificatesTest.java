package org.aliasrelay.ingest.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.aliasrelay.ingest.verify.SigningCertificates.Lookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningCertificatesTest {
  private static final SigningIdentity SNS = SigningIdentity.of("sns.amazonaws.com");

  private final HttpSigningCertificates certificates = new HttpSigningCertificates();
  private HttpServer host;

  @BeforeEach
  void start() throws IOException {
    host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.start();
  }

  @AfterEach
  void stop() {
    host.stop(0);
  }

  @Test
  void findsACertificate() {
    serve("/a.pem", 200, SNS.pem().getBytes(US_ASCII));

    assertThat(certificates.find(at("/a.pem"))).isEqualTo(new Lookup.Found(SNS.certificate()));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void missesWhatTheHostDoesNotHave(int status) {
    serve("/a.pem", status, new byte[0]);

    assertThat(certificates.find(at("/a.pem"))).isEqualTo(new Lookup.Missing());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void waitsForAHostThatCannotAnswer(int status) {
    serve("/a.pem", status, new byte[0]);

    assertThat(certificates.find(at("/a.pem"))).isEqualTo(new Lookup.Away());
  }

  @Test
  void waitsForAHostThatIsDown() {
    URI place = at("/a.pem");
    host.stop(0);

    assertThat(certificates.find(place)).isEqualTo(new Lookup.Away());
  }

  @Test
  void followsNoRedirect() {
    serve("/real.pem", 200, SNS.pem().getBytes(US_ASCII));
    host.createContext(
        "/a.pem",
        exchange -> {
          exchange.getResponseHeaders().set("Location", at("/real.pem").toString());
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });

    assertThat(certificates.find(at("/a.pem"))).isEqualTo(new Lookup.Missing());
  }

  @Test
  void readsNoMoreThanACertificate() {
    serve("/a.pem", 200, new byte[1_000_000]);

    assertThat(certificates.find(at("/a.pem"))).isEqualTo(new Lookup.Away());
  }

  @Test
  void missesWhatIsNoCertificate() {
    serve("/a.pem", 200, "<html>sign in to the hotel network</html>".getBytes(US_ASCII));

    assertThat(certificates.find(at("/a.pem"))).isEqualTo(new Lookup.Missing());
  }

  @Test
  void remembersWhatItFound() {
    FakeSigningCertificates source =
        new FakeSigningCertificates()
            .answer("https://host/a.pem", new Lookup.Found(SNS.certificate()));
    CachedSigningCertificates cached = new CachedSigningCertificates(source);

    cached.find(URI.create("https://host/a.pem"));
    cached.find(URI.create("https://host/a.pem"));

    assertThat(source.asked()).hasSize(1);
  }

  @Test
  void doesNotRememberAnOutage() {
    FakeSigningCertificates source =
        new FakeSigningCertificates().answer("https://host/a.pem", new Lookup.Away());
    CachedSigningCertificates cached = new CachedSigningCertificates(source);

    cached.find(URI.create("https://host/a.pem"));
    cached.find(URI.create("https://host/a.pem"));

    assertThat(source.asked()).hasSize(2);
  }

  @Test
  void forgetsTheOneUsedLongestAgo() {
    FakeSigningCertificates source = new FakeSigningCertificates();
    List<String> places =
        IntStream.rangeClosed(0, CachedSigningCertificates.CAPACITY)
            .mapToObj(i -> "https://host/" + i + ".pem")
            .toList();
    places.forEach(place -> source.answer(place, new Lookup.Found(SNS.certificate())));
    CachedSigningCertificates cached = new CachedSigningCertificates(source);
    places.forEach(place -> cached.find(URI.create(place)));

    cached.find(URI.create(places.getLast()));
    assertThat(source.asked()).hasSize(places.size());
    cached.find(URI.create(places.getFirst()));
    assertThat(source.asked()).hasSize(places.size() + 1);
  }

  private void serve(String path, int status, byte[] content) {
    host.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + host.getAddress().getPort() + path);
  }
}
