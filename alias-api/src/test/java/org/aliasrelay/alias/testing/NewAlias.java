package org.aliasrelay.alias.testing;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** An alias that somebody has just created. */
public record NewAlias(long id, String address) {
  private static final String PATH = "/api/v1/relayaddresses/";

  /** Creates one. */
  public static NewAlias of(RequestSpecification who) {
    JsonPath alias = who.post(PATH).then().statusCode(201).extract().jsonPath();
    return new NewAlias(alias.getLong("id"), alias.getString("full_address"));
  }

  /** Turns it off. */
  public void disable(RequestSpecification who) {
    who.body(Map.of("enabled", false)).patch(PATH + id + "/").then().statusCode(200);
  }

  /** Deletes it. */
  public void delete(RequestSpecification who) {
    who.delete(PATH + id + "/").then().statusCode(204);
  }
}
