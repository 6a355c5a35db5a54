package org.aliasrelay.local.objects;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.aliasrelay.local.TestPorts;
import org.aliasrelay.local.front.Front;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The SDK with its default checksums and encodings, through the front. */
class S3EndpointIT {

  private static final String BUCKET = "relay-mail";
  private static final String CANARY = "canary-6f1d";

  private Path home;
  private final Vertx vertx = Vertx.vertx();
  private final int port = TestPorts.free();
  private Front front;
  private final S3Client s3 =
      S3Client.builder()
          .endpointOverride(URI.create("http://127.0.0.1:" + port))
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClientBuilder(ApacheHttpClient.builder())
          .build();

  @BeforeEach
  void start(@TempDir Path home) {
    this.home = home;
    front = listen();
  }

  @AfterEach
  void stop() {
    s3.close();
    front.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_537, 30_000_000})
  void givesBackEveryByte(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);

    put("in/key", bytes);

    assertThat(get("in/key")).isEqualTo(bytes);
    assertThat(s3.headObject(head -> head.bucket(BUCKET).key("in/key")).contentLength())
        .isEqualTo(size);
  }

  /** As SDKs do with large objects: in parts, on the condition that all are of one object. */
  @Test
  void givesBackPartsOfAnObject() {
    byte[] bytes = new byte[30_000_000];
    new Random(1).nextBytes(bytes);
    put("large", bytes);
    String etag = s3.headObject(head -> head.bucket(BUCKET).key("large")).eTag();

    var part =
        s3.getObjectAsBytes(
            get -> get.bucket(BUCKET).key("large").ifMatch(etag).range("bytes=8388608-16777215"));

    assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, 8_388_608, 16_777_216));
    assertThat(part.response().contentRange()).isEqualTo("bytes 8388608-16777215/30000000");
    // The checksum is of the whole object, and botocore would hold it against the part.
    assertThat(part.response().checksumCRC32()).isNull();
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> s3.getObject(get -> get.bucket(BUCKET).key("large").ifMatch("another")))
        .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(412));
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(
            () -> s3.getObject(get -> get.bucket(BUCKET).key("large").range("bytes=30000000-")))
        .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(416));
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> s3.getObject(get -> get.bucket(BUCKET).key("large").ifNoneMatch(etag)))
        .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(304));
  }

  @Test
  void deletedObjectLeavesNothingOnDisk() throws IOException {
    put(CANARY, CANARY.getBytes(US_ASCII));
    assertThat(filesWithCanary()).hasSize(1);

    s3.deleteObject(delete -> delete.bucket(BUCKET).key(CANARY));

    assertThat(filesWithCanary()).isEmpty();
    assertThatExceptionOfType(NoSuchKeyException.class).isThrownBy(() -> get(CANARY));
  }

  @Test
  void deletesSeveralObjectsAtOnceAndNoOthers() {
    put("one & <two>", CANARY.getBytes(US_ASCII));
    put("two", CANARY.getBytes(US_ASCII));
    put("kept", CANARY.getBytes(US_ASCII));

    var answer = deleteAll(false, "one & <two>", "two", "missing");

    assertThat(answer.deleted())
        .extracting(DeletedObject::key)
        .containsExactly("one & <two>", "two", "missing");
    assertThat(deleteAll(true, "missing").deleted()).isEmpty();
    assertThat(s3.listObjectsV2(list -> list.bucket(BUCKET)).contents())
        .extracting(S3Object::key)
        .containsExactly("kept");
  }

  @Test
  void anEmptyKeyIsNotTheBucket() {
    assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> deleteAll(true, ""));
    assertThat(s3.listObjectsV2(list -> list.bucket(BUCKET)).contents()).isEmpty();
  }

  private DeleteObjectsResponse deleteAll(boolean quiet, String... keys) {
    var objects =
        Arrays.stream(keys).map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    return s3.deleteObjects(r -> r.bucket(BUCKET).delete(d -> d.objects(objects).quiet(quiet)));
  }

  @Test
  void replacedObjectLeavesNothingOfTheEarlierOne() throws IOException {
    put("key", CANARY.getBytes(US_ASCII));
    put("key", "other".getBytes(US_ASCII));

    assertThat(get("key")).isEqualTo("other".getBytes(US_ASCII));
    assertThat(filesWithCanary()).isEmpty();
  }

  @Test
  void keepsObjectsOverARestart() {
    put("waiting", CANARY.getBytes(US_ASCII));

    front.close();
    front = listen();

    assertThat(get("waiting")).isEqualTo(CANARY.getBytes(US_ASCII));
  }

  @Test
  void uploadThatBreaksOffLeavesNothing() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String head = "PUT /relay-mail/key HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n";
      socket.getOutputStream().write((head + CANARY).getBytes(US_ASCII));
      socket.getOutputStream().flush();
      await().until(() -> !filesWithCanary().isEmpty());
    }

    await().untilAsserted(() -> assertThat(filesWithCanary()).isEmpty());
    assertThatExceptionOfType(NoSuchKeyException.class).isThrownBy(() -> get("key"));
  }

  @Test
  void refusesABodyThatDoesNotMatchItsChecksum() {
    assertThatExceptionOfType(software.amazon.awssdk.services.s3.model.S3Exception.class)
        .isThrownBy(
            () ->
                s3.putObject(
                    put -> put.bucket(BUCKET).key("key").checksumCRC32("AAAAAA=="),
                    RequestBody.fromString("not this")))
        .matches(failure -> failure.awsErrorDetails().errorCode().equals("BadDigest"));

    assertThat(list("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // Of other bytes, of too few, and no Base64 at all.
    "1B2M2Y8AsgTpgAmY7PhCfg==, BadDigest",
    "1B2M2Y8AsgTpgAmY7Phe, InvalidDigest",
    "wrong, InvalidDigest",
  })
  void refusesABodyThatDoesNotMatchItsMd5(String md5, String code) {
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> putWithMd5(md5))
        .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(400))
        .matches(refused -> refused.awsErrorDetails().errorCode().equals(code));

    assertThat(list("")).isEmpty();
  }

  @Test
  void takesABodyThatMatchesItsMd5() {
    putWithMd5("kAFQmDzST7DWlj99KOF/cg==");

    assertThat(get("key")).isEqualTo("abc".getBytes(US_ASCII));
  }

  private void putWithMd5(String md5) {
    s3.putObject(
        put -> put.bucket(BUCKET).key("key").contentMD5(md5), RequestBody.fromString("abc"));
  }

  @Test
  void keepsContentTypeAndMetadata() {
    s3.putObject(
        put ->
            put.bucket(BUCKET)
                .key("key")
                .contentType("message/rfc822")
                .metadata(Map.of("verdict", "pass")),
        RequestBody.fromString("x"));

    var head = s3.headObject(request -> request.bucket(BUCKET).key("key"));

    assertThat(head.contentType()).isEqualTo("message/rfc822");
    assertThat(head.metadata()).containsEntry("verdict", "pass");
  }

  @Test
  void listsInOrderPageByPage() {
    List<String> keys = List.of("a", "b/1", "b/2", "b/3", "c d+e.f");
    keys.reversed().forEach(key -> put(key, new byte[] {1}));

    assertThat(list("")).isEqualTo(keys);
    assertThat(list("b/")).containsExactly("b/1", "b/2", "b/3");
  }

  @Test
  void keepsAnObjectUnderTheLongestKey() throws IOException {
    String key = (CANARY + "/\u00e4 ").repeat(100).substring(0, 900) + "a".repeat(50);
    assertThat(key.getBytes(UTF_8).length).isBetween(1_000, 1_024);

    put(key, new byte[] {1});

    assertThat(get(key)).containsExactly(1);
    assertThat(list("")).containsExactly(key);
    s3.deleteObject(delete -> delete.bucket(BUCKET).key(key));
    assertThat(list("")).isEmpty();
    assertThat(filesWithCanary()).isEmpty();
  }

  @Test
  void showsFolders() {
    List.of("in/1", "in/2", "letter", "out/1").forEach(key -> put(key, new byte[] {1}));

    var pages =
        s3.listObjectsV2Paginator(list -> list.bucket(BUCKET).delimiter("/").maxKeys(1)).stream()
            .toList();

    assertThat(pages).hasSize(3).allMatch(page -> page.keyCount() == 1);
    assertThat(pages.stream().flatMap(page -> page.commonPrefixes().stream()))
        .extracting(CommonPrefix::prefix)
        .containsExactly("in/", "out/");
    assertThat(pages.stream().flatMap(page -> page.contents().stream()))
        .extracting(S3Object::key)
        .containsExactly("letter");
  }

  @Test
  void namesWhatIsMissing() {
    assertThatExceptionOfType(NoSuchKeyException.class).isThrownBy(() -> get("missing"));
    assertThatExceptionOfType(NoSuchBucketException.class)
        .isThrownBy(() -> s3.listObjectsV2(list -> list.bucket("no-such-bucket")));
    // Deleting twice is no error: the forwarder may do so after a crash.
    s3.deleteObject(delete -> delete.bucket(BUCKET).key("missing"));
  }

  /** botocore sees no code in an error whose root is not named exactly so. */
  @Test
  void errorsAreInNoNamespace() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String error = client.send(object("").build(), BodyHandlers.ofString()).body();

      assertThat(error).contains("<Error><Code>NoSuchKey</Code>");
    }
  }

  /** A client that asks for something of an object must not find it changed. */
  @Test
  void partsOfAnObjectAreNotTheObject() throws Exception {
    byte[] content = {1, 2, 3};
    put("mail/1", content);
    List<HttpRequest.Builder> requests =
        List.of(
            object("?tagging").PUT(BodyPublishers.ofString("<Tagging/>")),
            object("?acl").PUT(BodyPublishers.noBody()),
            object("?tagging").DELETE(),
            object("?tagging").GET(),
            object("").header("x-amz-copy-source", "/a/b").PUT(BodyPublishers.noBody()),
            object("").header("If-None-Match", "*").PUT(BodyPublishers.ofString("x")));
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (HttpRequest.Builder request : requests) {
        assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode())
            .isEqualTo(501);
      }
    }
    assertThat(get("mail/1")).isEqualTo(content);
  }

  private HttpRequest.Builder object(String query) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + port + "/" + BUCKET + "/mail/1" + query));
  }

  private Front listen() {
    var objects = S3Endpoint.open(vertx, home, BUCKET);
    var listening = new Front(vertx, TestPorts.free(), objects, List.of());
    listening.listen("127.0.0.1", port);
    return listening;
  }

  private void put(String key, byte[] bytes) {
    s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
  }

  private byte[] get(String key) {
    return s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asByteArray();
  }

  private List<String> list(String prefix) {
    return s3
        .listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix(prefix).maxKeys(2))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  /** Names count too: a key may be personal. */
  private List<Path> filesWithCanary() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).filter(S3EndpointIT::hasCanary).toList();
    }
  }

  private static boolean hasCanary(Path file) {
    try {
      return file.toString().contains(CANARY)
          || new String(Files.readAllBytes(file), US_ASCII).contains(CANARY);
    } catch (IOException gone) {
      return false;
    }
  }
}
