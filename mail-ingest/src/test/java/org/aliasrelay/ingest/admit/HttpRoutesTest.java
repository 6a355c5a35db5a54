package org.aliasrelay.ingest.admit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import org.aliasrelay.alias.contract.BlockReason;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.ingest.admit.Admission.Deferred.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same answers from alias-api's wire as from memory. */
class HttpRoutesTest {
  private static final RouteToken TOKEN = new RouteToken("AZ_token-1");
  private static final RouteRequest REQUEST =
      new RouteRequest("mail-1", EmailAddress.of("a@relay.test"), null, false, false, true);

  private final AliasApiStub aliasApi = new AliasApiStub("secret");
  private final Routes routes = new HttpRoutes(new Settings(aliasApi.url(), "secret"));

  @AfterEach
  void stop() {
    aliasApi.stop();
  }

  @Test
  void readsEveryRoute() {
    assertFound(
        "{\"route\":\"forward\",\"token\":\"AZ_token-1\",\"suspectMail\":\"FORWARD_MARKED\",\"waitSeconds\":0}",
        Route.Forward.atOnce(TOKEN));
    assertFound("{\"route\":\"reply\",\"token\":\"AZ_token-1\"}", new Route.Reply(TOKEN));
    assertFound(
        "{\"route\":\"blocked\",\"token\":\"AZ_token-1\",\"reason\":\"ALIAS_DISABLED\"}",
        new Route.Blocked(TOKEN, BlockReason.ALIAS_DISABLED));
    assertFound("{\"route\":\"unknown\"}", new Route.Unknown());
    assertFound("{\"route\":\"unknown\",\"addedLater\":1}", new Route.Unknown());
  }

  @Test
  void asksAsTheContractSays() throws IOException {
    aliasApi.answer(200, "{\"route\":\"unknown\"}");
    routes.find(
        new RouteRequest(
            "mail-1",
            EmailAddress.of("a@relay.test"),
            EmailAddress.of("b@c.example"),
            false,
            false,
            true));

    JsonNode asked = new ObjectMapper().readTree(aliasApi.lastQuestion());
    assertThat(asked)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"mailId":"mail-1","recipient":"a@relay.test","envelopeSender":"b@c.example",
                     "refused":false,"suspect":false,"authenticated":true}
                    """));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 403, 404, 429, 500, 502, 503})
  void takesNoStatusForAnAnswerAboutTheRecipient(int status) {
    aliasApi.answer(status, "{\"route\":\"unknown\"}");

    assertThat(routes.find(REQUEST)).isEqualTo(new Routes.Lookup.NotNow(Cause.ALIAS_API_AWAY));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 422})
  void doesNotHoldUpOtherMailForAQuestionThatIsRefused(int status) {
    aliasApi.answer(status, "{}");

    assertThat(routes.find(REQUEST)).isEqualTo(new Routes.Lookup.NotNow(Cause.ALIAS_API_REFUSES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "<html>",
        "{\"route\":\"sideways\"}",
        "{\"route\":\"forward\"}",
        "{\"route\":\"forward\",\"token\":\"no token!\"}",
        "{\"route\":\"blocked\",\"token\":\"t\",\"reason\":\"NEW_REASON\"}"
      })
  void waitsForAnAnswerItCanRead(String answer) {
    aliasApi.answer(200, answer);

    assertThat(routes.find(REQUEST)).isEqualTo(new Routes.Lookup.NotNow(Cause.ALIAS_API_AWAY));
  }

  @Test
  void waitsForTheRightCredential() {
    aliasApi.answer(200, "{\"route\":\"unknown\"}");

    assertThat(new HttpRoutes(new Settings(aliasApi.url(), "wrong")).find(REQUEST))
        .isEqualTo(new Routes.Lookup.NotNow(Cause.ALIAS_API_AWAY));
  }

  @Test
  void waitsForAHostThatIsDown() {
    aliasApi.stop();

    assertThat(routes.find(REQUEST)).isEqualTo(new Routes.Lookup.NotNow(Cause.ALIAS_API_AWAY));
  }

  private void assertFound(String answer, Route route) {
    aliasApi.answer(200, answer);
    assertThat(routes.find(REQUEST)).isEqualTo(new Routes.Lookup.Found(route));
  }

  private record Settings(URI url, String credential) implements AliasApiConfig {}
}
