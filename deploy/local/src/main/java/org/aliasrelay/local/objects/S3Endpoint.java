package org.aliasrelay.local.objects;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.aliasrelay.local.objects.ObjectStore.StoredObject;
import org.jspecify.annotations.Nullable;

/** Answers S3 requests. What the relay does not use is answered with {@code NotImplemented}. */
public final class S3Endpoint implements Handler<HttpServerRequest> {

  private static final String CHECKSUM = "x-amz-checksum-";
  private static final int PAGE = 1_000;
  private static final int PARTIAL_CONTENT = 206;
  private static final int NOT_MODIFIED = 304;

  /** What a query asks for that is not the object itself. */
  private static final List<String> PARTS =
      List.of(
          "acl",
          "attributes",
          "legal-hold",
          "partNumber",
          "restore",
          "retention",
          "select",
          "tagging",
          "torrent",
          "uploadId",
          "uploads",
          "versionId");

  private static final List<String> CONDITIONS = List.of("If-Match", "If-None-Match");

  private final Vertx vertx;
  private final ObjectStore store;

  private S3Endpoint(Vertx vertx, ObjectStore store) {
    this.vertx = vertx;
    this.store = store;
  }

  /** Opens the store in a folder and sees that the bucket is there. */
  public static S3Endpoint open(Vertx vertx, Path home, String bucket) {
    try {
      var store = ObjectStore.open(home);
      store.createBucket(bucket);
      return new S3Endpoint(vertx, store);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Puts an object in, as SES does for a receipt rule: not by the port. What {@code put} was given
   * is there as a whole or, if it throws, not at all.
   */
  public void put(String bucket, String key, String contentType, byte[] content)
      throws IOException {
    Upload upload = store.upload();
    try {
      upload.write(content);
      var headers = Map.of(HttpHeaders.CONTENT_TYPE.toString(), contentType);
      var name = new ObjectName(bucket, key);
      var _ = upload.complete(name, store.file(name), headers, Digests.NONE);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } finally {
      upload.discard();
    }
  }

  /** Deletes an object, which may be gone already. */
  public void delete(String bucket, String key) throws IOException {
    store.delete(new ObjectName(bucket, key));
  }

  int expire(String bucket, Instant before) throws IOException {
    return store.expire(bucket, before);
  }

  @Override
  public void handle(HttpServerRequest request) {
    try {
      String path = request.path();
      if (path == null || path.equals("/")) {
        onlyGet(request);
        answer(request, () -> S3Xml.buckets(store.buckets()));
        return;
      }
      var name = ObjectName.ofPath(path);
      if (name.isBucket()) {
        handleBucket(request, name.bucket());
      } else {
        handleObject(request, name);
      }
    } catch (S3Exception | IOException refused) {
      fail(request.response(), refused);
    }
  }

  private void handleBucket(HttpServerRequest request, String bucket) throws IOException {
    HttpServerResponse response = request.response();
    switch (request.method().name()) {
      case "PUT" -> {
        store.createBucket(bucket);
        response.putHeader(HttpHeaders.LOCATION, "/" + bucket).end();
      }
      case "HEAD" -> {
        store.requireBucket(bucket);
        response.end();
      }
      case "GET" -> answer(request, () -> list(request, bucket));
      case "POST" -> deleteMany(request, bucket);
      default -> throw new S3Exception(S3Error.NOT_IMPLEMENTED);
    }
  }

  private void handleObject(HttpServerRequest request, ObjectName name) throws IOException {
    requireWhole(request);
    switch (request.method().name()) {
      case "PUT" -> new Reception(request, store, name).start(this::fail);
      case "GET" -> send(request, store.find(name));
      case "HEAD" -> {
        var _ = describe(request, store.find(name));
        request.response().end();
      }
      case "DELETE" -> {
        store.delete(name);
        request.response().setStatusCode(204).end();
      }
      default -> throw new S3Exception(S3Error.NOT_IMPLEMENTED);
    }
  }

  /**
   * What asks for something of an object, such as its tags, or has a condition, must not be taken
   * for the object itself: a client would find it changed or gone.
   */
  private static void requireWhole(HttpServerRequest request) {
    boolean ofPart = PARTS.stream().anyMatch(name -> request.getParam(name) != null);
    boolean conditional =
        !isRead(request) && CONDITIONS.stream().anyMatch(name -> request.getHeader(name) != null);
    if (ofPart || conditional || request.getHeader("x-amz-copy-source") != null) {
      throw new S3Exception(S3Error.NOT_IMPLEMENTED);
    }
  }

  /** {@code DeleteObjects}: one that is gone already is as good as deleted. */
  private void deleteMany(HttpServerRequest request, String bucket) {
    if (request.getParam("delete") == null) {
      throw new S3Exception(S3Error.NOT_IMPLEMENTED);
    }
    store.requireBucket(bucket);
    request
        .body()
        .onSuccess(body -> answer(request, () -> deleteMany(bucket, body.getBytes())))
        .onFailure(failure -> fail(request.response(), failure));
  }

  private String deleteMany(String bucket, byte[] body) throws IOException {
    S3Deletion deletion = S3Deletion.read(body);
    for (String key : deletion.keys()) {
      store.delete(new ObjectName(bucket, key));
    }
    return S3Xml.deleted(deletion.quiet() ? List.of() : deletion.keys());
  }

  private static boolean isRead(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
  }

  private static void send(HttpServerRequest request, StoredObject object) {
    ByteRange part = describe(request, object);
    HttpServerResponse response = request.response();
    if (response.getStatusCode() == NOT_MODIFIED) {
      response.end();
      return;
    }
    response
        .sendFile(object.file().toString(), part.first(), part.length())
        .onFailure(gone -> response.reset());
  }

  /** Status and headers, the same for GET and HEAD. Returns the part that they are of. */
  private static ByteRange describe(HttpServerRequest request, StoredObject object) {
    HttpServerResponse response = request.response();
    String etag = '"' + object.facts().etag() + '"';
    if (!isAmong(etag, request.getHeader("If-Match"), true)) {
      throw new S3Exception(S3Error.PRECONDITION_FAILED);
    }
    response.putHeader(HttpHeaders.ETAG, etag);
    long length = object.facts().length();
    var whole = new ByteRange(0, length - 1);
    if (isAmong(etag, request.getHeader("If-None-Match"), false)) {
      response.setStatusCode(NOT_MODIFIED);
      return whole;
    }
    Optional<ByteRange> asked = ByteRange.of(request.getHeader("Range"), length);
    asked.ifPresent(
        range ->
            response.setStatusCode(PARTIAL_CONTENT).putHeader("Content-Range", range.of(length)));
    ByteRange part = asked.orElse(whole);
    object
        .facts()
        .headers()
        .forEach(
            (name, value) -> {
              // A checksum is of the whole; clients would hold it against the part.
              if (asked.isEmpty() || !name.toLowerCase(Locale.ROOT).startsWith(CHECKSUM)) {
                response.putHeader(name, value);
              }
            });
    response
        .putHeader("Accept-Ranges", "bytes")
        .putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(part.length()))
        .putHeader(
            HttpHeaders.LAST_MODIFIED,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                object.modified().atOffset(ZoneOffset.UTC)));
    return part;
  }

  /** Whether a condition names that entity tag (RFC 9110, section 13.1). */
  private static boolean isAmong(String etag, @Nullable String condition, boolean ifThereIsNone) {
    if (condition == null) {
      return ifThereIsNone;
    }
    return Stream.of(condition.split(","))
        .map(String::strip)
        .anyMatch(one -> one.equals("*") || one.equals(etag) || ('"' + one + '"').equals(etag));
  }

  private String list(HttpServerRequest request, String bucket) throws IOException {
    var query =
        new Page.Query(
            request.getParam("prefix", ""),
            request.getParam("delimiter", ""),
            after(request),
            limit(request.getParam("max-keys")));
    Page page = Page.of(store.names(bucket), query);
    List<StoredObject> objects =
        page.names().stream().flatMap(name -> present(name).stream()).toList();
    return S3Xml.page(bucket, query, page, objects);
  }

  /** An object may be deleted while its bucket is listed. */
  private Optional<StoredObject> present(ObjectName name) {
    try {
      return Optional.of(store.find(name));
    } catch (S3Exception deleted) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The three ways to say where a page begins; ours continues after the last entry of a page. */
  private static String after(HttpServerRequest request) {
    for (String parameter : List.of("continuation-token", "start-after", "marker")) {
      String value = request.getParam(parameter);
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  private static int limit(@Nullable String maxKeys) {
    try {
      return maxKeys == null ? PAGE : Math.clamp(Integer.parseInt(maxKeys), 0, PAGE);
    } catch (NumberFormatException notANumber) {
      throw new S3Exception(S3Error.INVALID_ARGUMENT);
    }
  }

  private static void onlyGet(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.GET)) {
      throw new S3Exception(S3Error.NOT_IMPLEMENTED);
    }
  }

  /** Lists read many files: not on the event loop. */
  private void answer(HttpServerRequest request, Callable<String> xml) {
    vertx
        .executeBlocking(xml, false)
        .onSuccess(
            body ->
                request.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/xml").end(body))
        .onFailure(failure -> fail(request.response(), failure));
  }

  private void fail(HttpServerResponse response, Throwable failure) {
    S3Error error = failure instanceof S3Exception s3 ? s3.error() : S3Error.INTERNAL_ERROR;
    response
        .setStatusCode(error.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/xml")
        .end(S3Xml.error(error));
  }
}
