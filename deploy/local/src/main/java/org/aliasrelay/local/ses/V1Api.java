package org.aliasrelay.local.ses;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aliasrelay.local.message.RawMessage;

/** The words of SES v1: the query protocol, forms in and XML out. */
final class V1Api {
  private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";

  private V1Api() {}

  /** The fields of a form, in its order. */
  static Map<String, String> form(String body) throws SesException {
    var fields = new LinkedHashMap<String, String>();
    try {
      for (String pair : body.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          fields.put(
              URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new SesException(SesError.BAD_REQUEST, "The body is not a form.");
    }
    return fields;
  }

  static SendRequest read(Map<String, String> form, String client) throws SesException {
    String data = form.get("RawMessage.Data");
    if (data == null) {
      throw new SesException(SesError.BAD_REQUEST, "RawMessage.Data is missing.");
    }
    byte[] message;
    try {
      message = Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException e) {
      throw new SesException(SesError.BAD_REQUEST, "RawMessage.Data is not Base64.");
    }
    return new SendRequest(
        SendRequest.Api.V1,
        RawMessage.parse(message),
        Optional.ofNullable(form.get("Source")),
        members(form, "Destinations.member."),
        tags(form),
        V2Api.configurationSet(form.get("ConfigurationSetName")),
        client);
  }

  private static List<String> members(Map<String, String> form, String prefix) {
    var members = new ArrayList<String>();
    String member = form.get(prefix + 1);
    while (member != null) {
      members.add(member);
      member = form.get(prefix + (members.size() + 1));
    }
    return members;
  }

  private static Map<String, String> tags(Map<String, String> form) throws SesException {
    var tags = new LinkedHashMap<String, String>();
    for (int i = 1; form.containsKey("Tags.member." + i + ".Name"); i++) {
      V2Api.putTag(
          tags, form.get("Tags.member." + i + ".Name"), form.get("Tags.member." + i + ".Value"));
    }
    return tags;
  }

  static String sent(String sesId) {
    return result("SendRawEmail", "<MessageId>" + sesId + "</MessageId>");
  }

  static String quota(Quota quota) {
    var settings = quota.settings();
    return result(
        "GetSendQuota",
        "<Max24HourSend>%d.0</Max24HourSend><MaxSendRate>%d.0</MaxSendRate><SentLast24Hours>%d.0</SentLast24Hours>"
            .formatted(
                settings.max24Hour().orElse(-1),
                settings.maxSendRate().orElse(SesPort.UNLIMITED_RATE),
                quota.sentLast24Hours()));
  }

  private static String result(String action, String content) {
    return """
    <%1$sResponse xmlns="%2$s"><%1$sResult>%3$s</%1$sResult>\
    <ResponseMetadata><RequestId>%4$s</RequestId></ResponseMetadata></%1$sResponse>
    """
        .formatted(action, NAMESPACE, content, UUID.randomUUID());
  }

  static String error(SesException e) {
    return """
    <ErrorResponse xmlns="%s"><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error>\
    <RequestId>%s</RequestId></ErrorResponse>
    """
        .formatted(
            NAMESPACE,
            e.error().v1Status() < 500 ? "Sender" : "Receiver",
            e.error().v1Code(),
            escape(String.valueOf(e.getMessage())),
            UUID.randomUUID());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
