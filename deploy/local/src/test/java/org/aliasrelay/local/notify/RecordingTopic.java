package org.aliasrelay.local.notify;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A topic that remembers, or that is down. */
public final class RecordingTopic implements Topic {
  private final List<JsonObject> messages = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  public void goDown() {
    down = true;
  }

  public List<JsonObject> messages() {
    return messages;
  }

  @Override
  public void publish(String subject, String message) throws TopicUnavailableException {
    if (down) {
      throw new TopicUnavailableException(new IllegalStateException("down"));
    }
    messages.add(new JsonObject(message));
  }
}
