package org.aliasrelay.local.ses;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aliasrelay.local.message.RawMessage;
import org.jspecify.annotations.Nullable;

/** The words of SES v2: JSON in and out. */
final class V2Api {
  /** A message of 40 MB in Base64 is one string. */
  private static final int MAX_STRING = 64 * 1024 * 1024;

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_.@:/-]{1,256}");
  private static final Pattern CONFIGURATION_SET = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(MAX_STRING).build())
              .build());

  private V2Api() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Send(
      @JsonProperty("FromEmailAddress") @Nullable String from,
      @JsonProperty("Destination") @Nullable Destination destination,
      @JsonProperty("Content") @Nullable Content content,
      @JsonProperty("EmailTags") @Nullable List<Tag> tags,
      @JsonProperty("ConfigurationSetName") @Nullable String configurationSet) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Destination(
      @JsonProperty("ToAddresses") @Nullable List<String> to,
      @JsonProperty("CcAddresses") @Nullable List<String> cc,
      @JsonProperty("BccAddresses") @Nullable List<String> bcc) {

    List<String> all() {
      var all = new ArrayList<String>();
      for (List<String> some : Arrays.asList(to, cc, bcc)) {
        if (some != null) {
          all.addAll(some);
        }
      }
      return all;
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Content(@JsonProperty("Raw") @Nullable Raw raw) {}

  /** Not a record: records with arrays compare wrongly. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private static final class Raw {
    @JsonProperty("Data")
    private byte @Nullable [] data;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Tag(
      @JsonProperty("Name") @Nullable String name, @JsonProperty("Value") @Nullable String value) {}

  static SendRequest read(InputStream body, String client) throws SesException, IOException {
    Send send;
    try {
      send = JSON.readValue(body, Send.class);
    } catch (JacksonException e) {
      throw new SesException(SesError.BAD_REQUEST, "The body is not the JSON of a SendEmail.");
    }
    Content content = send == null ? null : send.content();
    Raw raw = content == null ? null : content.raw();
    byte[] data = raw == null ? null : raw.data;
    if (send == null || data == null) {
      throw new SesException(
          SesError.BAD_REQUEST,
          "Only raw messages are supported here: Content.Raw.Data is missing.");
    }
    Destination destination = send.destination();
    return new SendRequest(
        SendRequest.Api.V2,
        RawMessage.parse(data),
        Optional.ofNullable(send.from()),
        destination == null ? List.of() : destination.all(),
        tags(send.tags()),
        configurationSet(send.configurationSet()),
        client);
  }

  private static Map<String, String> tags(@Nullable List<Tag> tags) throws SesException {
    var named = new LinkedHashMap<String, String>();
    for (Tag tag : tags == null ? List.<Tag>of() : tags) {
      putTag(named, tag.name(), tag.value());
    }
    return named;
  }

  static void putTag(Map<String, String> tags, @Nullable String name, @Nullable String value)
      throws SesException {
    if (name == null
        || value == null
        || !TAG.matcher(name).matches()
        || !TAG.matcher(value).matches()) {
      throw new SesException(SesError.BAD_REQUEST, "Invalid tag name or value.");
    }
    tags.put(name, value);
  }

  static Optional<String> configurationSet(@Nullable String name) throws SesException {
    if (name == null) {
      return Optional.empty();
    }
    if (!CONFIGURATION_SET.matcher(name).matches()) {
      throw new SesException(
          SesError.NOT_FOUND, "Configuration set <" + name + "> does not exist.");
    }
    return Optional.of(name);
  }

  static String sent(String sesId) {
    return new JsonObject().put("MessageId", sesId).encode();
  }

  static String account(Quota quota) {
    var settings = quota.settings();
    return new JsonObject()
        .put("DedicatedIpAutoWarmupEnabled", false)
        .put("EnforcementStatus", "HEALTHY")
        .put("ProductionAccessEnabled", true)
        .put("SendingEnabled", !settings.paused())
        .put(
            "SendQuota",
            new JsonObject()
                .put("Max24HourSend", (double) settings.max24Hour().orElse(-1))
                .put("MaxSendRate", (double) settings.maxSendRate().orElse(SesPort.UNLIMITED_RATE))
                .put("SentLast24Hours", (double) quota.sentLast24Hours()))
        .put("SuppressionAttributes", new JsonObject().put("SuppressedReasons", List.of("BOUNCE")))
        .encode();
  }

  static String error(SesException e) {
    return new JsonObject()
        .put("__type", e.error().v2Code())
        .put("message", e.getMessage())
        .encode();
  }
}
