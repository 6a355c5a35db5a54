package org.aliasrelay.local.queues;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.elasticmq.persistence.sql.DBMessage;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** ElasticMQ's form of a message for a database, as bytes: its thirteen columns in their order. */
final class MessageBytes {

  private MessageBytes() {}

  static byte[] of(DBMessage message) {
    var bytes = new ByteArrayOutputStream(1024);
    var out = new DataOutputStream(bytes);
    try {
      out.writeUTF(message.messageId());
      write(message.deliveryReceipts(), out);
      out.writeLong(message.nextDelivery());
      write(message.content(), out);
      write(message.attributes(), out);
      out.writeLong(message.created());
      out.writeBoolean(message.received().isDefined());
      out.writeLong(message.received().isDefined() ? (Long) message.received().get() : 0);
      out.writeInt(message.receiveCount());
      write(message.groupId(), out);
      write(message.deduplicationId(), out);
      write(message.tracingId(), out);
      write(message.sequenceNumber(), out);
      write(message.deadLetterSourceQueueName(), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static DBMessage read(byte[] bytes) {
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      String messageId = in.readUTF();
      byte[] deliveryReceipts = array(in);
      long nextDelivery = in.readLong();
      byte[] content = array(in);
      byte[] attributes = array(in);
      long created = in.readLong();
      boolean wasReceived = in.readBoolean();
      long received = in.readLong();
      return new DBMessage(
          messageId,
          deliveryReceipts,
          nextDelivery,
          content,
          attributes,
          created,
          wasReceived ? Option.apply((Object) received) : Option.empty(),
          in.readInt(),
          text(in),
          text(in),
          text(in),
          text(in),
          text(in));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void write(byte[] array, DataOutput out) throws IOException {
    out.writeInt(array.length);
    out.write(array);
  }

  private static byte[] array(DataInput in) throws IOException {
    byte[] array = new byte[in.readInt()];
    in.readFully(array);
    return array;
  }

  private static void write(Option<String> text, DataOutput out) throws IOException {
    out.writeBoolean(text.isDefined());
    if (text.isDefined()) {
      out.writeUTF(text.get());
    }
  }

  private static Option<String> text(DataInput in) throws IOException {
    @Nullable String text = in.readBoolean() ? in.readUTF() : null;
    return Option.apply(text);
  }
}
