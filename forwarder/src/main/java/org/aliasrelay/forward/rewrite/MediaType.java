package org.aliasrelay.forward.rewrite;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;

/**
 * A Content-Type (RFC 2045, section 5): plain ones are read here, as Mime4j reads them, and others
 * by Mime4j, which takes many times as long.
 *
 * @param name in lower case; {@code text/plain} where there is none or none that can be read
 * @param parameters names in lower case
 */
record MediaType(String name, Map<String, String> parameters) {
  private static final Pattern NAME = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");
  private static final MediaType DEFAULT = new MediaType("text/plain", Map.of());

  static MediaType of(String fieldValue) {
    if (fieldValue.isBlank()) {
      return DEFAULT;
    }
    Optional<PlainType> plain = isDirect(fieldValue) ? PlainType.of(fieldValue) : Optional.empty();
    return plain
        .map(type -> new MediaType(type.name(), type.parameters()))
        .orElseGet(() -> readByMime4j(fieldValue));
  }

  /**
   * Whether it has neither sections nor charsets of parameters (RFC 2231), whose names end with
   * asterisks, nor encoded words.
   */
  private static boolean isDirect(String fieldValue) {
    return fieldValue.indexOf('*') < 0 && !(fieldValue.contains("=?") && fieldValue.contains("?="));
  }

  static MediaType readByMime4j(String fieldValue) {
    // Mime4j throws at a bare CR.
    String text = HiddenWords.hidden(fieldValue.replace('\r', ' '));
    RawField raw = new RawField("Content-Type", text);
    ContentTypeField field = ContentTypeFieldLenientImpl.PARSER.parse(raw, DecodeMonitor.SILENT);
    String name = field.getMimeType();
    return name == null || !NAME.matcher(name).matches()
        ? DEFAULT
        : new MediaType(name.toLowerCase(Locale.ROOT), decoded(field.getParameters()));
  }

  /**
   * Encoded words have no business in parameters (RFC 2047, section 5), but programs read them.
   * Mime4j holds null for a parameter without a value, which is left out.
   */
  private static Map<String, String> decoded(Map<String, String> parameters) {
    Map<String, String> decoded = new HashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (value != null) {
            decoded.put(name, EncodedWords.decode(HiddenWords.shown(value)));
          }
        });
    return decoded;
  }

  String parameter(String parameter) {
    return parameters.getOrDefault(parameter, "");
  }

  boolean isMultipart() {
    return name.startsWith("multipart/") && !boundary().isEmpty();
  }

  /** It does not end with white space (RFC 2046, section 5.1.1), whatever is written. */
  String boundary() {
    return parameter("boundary").stripTrailing();
  }

  boolean isMessage() {
    return name.startsWith("message/");
  }

  /** Whether one changed byte would break a signature or a cipher (RFC 1847, RFC 8551). */
  boolean isSealed() {
    return isSealed(name);
  }

  static boolean isSealed(String name) {
    return name.equals("multipart/signed")
        || name.equals("multipart/encrypted")
        || name.equals("application/pkcs7-mime")
        || name.equals("application/x-pkcs7-mime");
  }
}
