package org.aliasrelay.local.objects;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One PUT. The bytes go to the page cache as they come, on the event loop: a few milliseconds for
 * the largest mail, and the sender is slowed down by TCP alone.
 */
final class Reception {

  private final HttpServerRequest request;
  private final Upload upload;
  private final ObjectName name;
  private final Path target;
  private final @Nullable AwsChunks chunks;
  private final @Nullable String md5;
  private boolean over;

  Reception(HttpServerRequest request, ObjectStore store, ObjectName name) throws IOException {
    this.request = request;
    this.name = name;
    target = store.file(name);
    md5 = Digests.md5(request.getHeader("Content-MD5"));
    upload = store.upload();
    chunks = isChunked(request) ? new AwsChunks(upload::write) : null;
  }

  void start(BiConsumer<HttpServerResponse, Throwable> fail) {
    Consumer<Throwable> refuse =
        failure -> {
          if (!over) {
            over = true;
            upload.discard();
            fail.accept(request.response(), failure);
          }
        };
    request.handler(
        buffer -> {
          try {
            if (!over) {
              take(buffer.getBytes());
            }
          } catch (RuntimeException failure) {
            refuse.accept(failure);
          }
        });
    request.endHandler(
        end -> {
          try {
            if (!over) {
              complete();
            }
          } catch (IOException | RuntimeException failure) {
            refuse.accept(failure);
          }
        });
    request.exceptionHandler(
        gone -> {
          if (!over) {
            over = true;
            upload.discard();
          }
        });
  }

  private void take(byte[] bytes) {
    if (chunks == null) {
      upload.write(bytes);
    } else {
      chunks.take(bytes);
    }
  }

  private void complete() throws IOException {
    boolean isWhole = chunks == null || chunks.isComplete();
    String decoded = request.getHeader("x-amz-decoded-content-length");
    if (!isWhole || (decoded != null && !decoded.equals(Long.toString(upload.length())))) {
      throw new S3Exception(S3Error.INCOMPLETE_BODY);
    }
    ObjectFacts facts = upload.complete(name, target, kept(), new Digests(md5, expectedCrc32()));
    over = true;
    request.response().putHeader(HttpHeaders.ETAG, '"' + facts.etag() + '"').end();
  }

  private @Nullable String expectedCrc32() {
    String header = request.getHeader(Upload.CRC32_HEADER);
    return header != null || chunks == null ? header : chunks.trailers().get(Upload.CRC32_HEADER);
  }

  private Map<String, String> kept() {
    var kept = new TreeMap<String, String>();
    request
        .headers()
        .forEach(
            (name, value) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (lower.equals("content-type") || lower.startsWith("x-amz-meta-")) {
                kept.put(lower, value);
              }
            });
    return kept;
  }

  private static boolean isChunked(HttpServerRequest request) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    String hash = request.getHeader("x-amz-content-sha256");
    return (encoding != null && encoding.contains("aws-chunked"))
        || (hash != null && hash.startsWith("STREAMING-"));
  }
}
