package org.aliasrelay.alias.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.services.InternalPort;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Talks to the internal port as mail-ingest and the forwarder do. */
@ApplicationScoped
public class InternalApi {
  private final InternalPort port;
  private final ObjectMapper json;
  private final String credential;

  InternalApi(
      InternalPort port,
      ObjectMapper json,
      @ConfigProperty(name = "relay.internal.credential") String credential) {
    this.port = port;
    this.json = json;
    this.credential = credential;
  }

  /** Requests to the internal port with the credential. */
  public RequestSpecification service() {
    return anybody().header("Authorization", "Service " + credential);
  }

  /** Requests to the internal port without any. */
  public RequestSpecification anybody() {
    return given().port(port.port()).contentType(ContentType.JSON);
  }

  /** Asks for a route. */
  public Route route(String mailId, String recipient, Optional<String> sender) {
    EmailAddress from = sender.map(EmailAddress::of).orElse(null);
    return route(new RouteRequest(mailId, EmailAddress.of(recipient), from, false, false, true));
  }

  /** Asks for a route. */
  public Route route(RouteRequest request) {
    return post("/internal/routes", request, Route.class);
  }

  /** Asks for a plan. */
  public DeliveryPlan plan(DeliveryRequest request) {
    return post("/internal/deliveries", request, DeliveryPlan.class);
  }

  /** Asks for the plan of a mail with this From field and nothing else. */
  public DeliveryPlan planOf(String mailId, RouteToken token, String from) {
    return plan(
        new DeliveryRequest(
            mailId,
            token,
            List.of(EmailAddress.of(from)),
            List.of(),
            List.of(),
            true,
            false,
            false,
            false));
  }

  private <T> T post(String path, Object body, Class<T> answer) {
    try {
      String text =
          service()
              .body(json.writeValueAsString(body))
              .post(path)
              .then()
              .statusCode(200)
              .extract()
              .asString();
      return json.readValue(text, answer);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not the contract's JSON", e);
    }
  }
}
