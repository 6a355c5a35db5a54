package org.aliasrelay.local.front;

import io.vertx.core.json.JsonObject;

/**
 * What is said of one thing that the whole stack needs.
 *
 * @param detail for whoever looks why it does not work
 */
public record Check(String name, boolean up, String detail) {

  /** As MicroProfile Health has it. */
  JsonObject json() {
    return new JsonObject()
        .put("name", name)
        .put("status", up ? "UP" : "DOWN")
        .put("data", new JsonObject().put("detail", detail));
  }
}
