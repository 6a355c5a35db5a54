package org.aliasrelay.local.objects;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of an object besides its bytes. It is kept behind the bytes in the same file, so
 * that an object appears and disappears as one.
 *
 * @param key of the object: a long one does not fit into the file's name
 * @param length of the bytes
 * @param etag MD5 in hex, without quotes
 * @param headers sent back as they came: content type, checksum, {@code x-amz-meta-*}
 */
record ObjectFacts(String key, long length, String etag, Map<String, String> headers) {

  private static final int LENGTH_FIELD = Integer.BYTES;

  ObjectFacts {
    headers = Map.copyOf(headers);
  }

  /** The facts as bytes, followed by how many they are. */
  ByteBuffer tail() {
    byte[] json =
        new JsonObject()
            .put("key", key)
            .put("length", length)
            .put("etag", etag)
            .put("headers", new JsonObject(new TreeMap<>(headers)))
            .toBuffer()
            .getBytes();
    return ByteBuffer.allocate(json.length + LENGTH_FIELD).put(json).putInt(json.length).flip();
  }

  static ObjectFacts readFrom(FileChannel file) throws IOException {
    long end = file.size() - LENGTH_FIELD;
    int size = read(file, end, LENGTH_FIELD).getInt();
    var json = new JsonObject(Buffer.buffer(read(file, end - size, size).array()));
    var headers = new TreeMap<String, String>();
    json.getJsonObject("headers")
        .forEach(header -> headers.put(header.getKey(), header.getValue().toString()));
    return new ObjectFacts(
        // Objects of earlier versions have short keys and do not say them.
        json.getString("key", ""), json.getLong("length"), json.getString("etag"), headers);
  }

  private static ByteBuffer read(FileChannel file, long position, int size) throws IOException {
    var bytes = ByteBuffer.allocate(size);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, position + bytes.position()) < 0) {
        throw new IOException("object file is cut off");
      }
    }
    return bytes.flip();
  }
}
