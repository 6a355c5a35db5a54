package org.aliasrelay.local.queues;

import java.nio.charset.StandardCharsets;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.DBMessage;
import scala.Option;
import scala.collection.immutable.Map$;

/** Queues and messages to write. */
final class Messages {
  private Messages() {}

  static DBMessage message(String id, String content) {
    return new DBMessage(
        id,
        bytes("[\"a receipt\"]"),
        1_700_000_030_000L,
        bytes(content),
        bytes("[]"),
        1_700_000_000_000L,
        Option.apply((Object) 1_700_000_001_000L),
        2,
        Option.empty(),
        Option.empty(),
        Option.apply("Root=1"),
        Option.empty(),
        Option.apply("inbound-mail"));
  }

  static CreateQueueMetadata queue(String name) {
    return new CreateQueueMetadata(
        name,
        Option.apply((Object) 30L),
        Option.empty(),
        Option.empty(),
        0,
        0,
        Option.empty(),
        false,
        false,
        Option.empty(),
        Option.empty(),
        Map$.MODULE$.empty());
  }

  static String content(DBMessage message) {
    return new String(message.content(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
