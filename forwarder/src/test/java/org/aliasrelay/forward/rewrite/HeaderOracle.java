package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must hold for the header of every message that leaves, whatever came in. */
final class HeaderOracle {
  private static final Pattern CLEAN = Pattern.compile("[\\t\\x20-\\x7e]{1,998}");
  private static final Pattern FIELD_OR_MORE = Pattern.compile("[!-9;-~]+[ \\t]*:.*|[ \\t].*");
  private static final Set<String> WRITTEN = Set.of("from", "to", "reply-to");
  private static final Set<String> WRITTEN_IF_NEEDED =
      Set.of(
          "cc",
          "references",
          "in-reply-to",
          "list-unsubscribe",
          "content-type",
          "content-transfer-encoding",
          "mime-version");

  private static final String AUTO_SUBMITTED = "auto-submitted";

  /** What marks mail that programs write, beside that field. */
  private static final Pattern BY_A_PROGRAM =
      Pattern.compile(
          "(?is)(?:return-path\\s*:\\s*<>|precedence\\s*:\\s*auto_reply"
              + "|x-autoreply\\s*:|x-autorespond\\s*:|x-failed-recipients\\s*:"
              + "|content-type\\s*:\\s*multipart/report).*");

  private HeaderOracle() {}

  /** Printable ASCII in lines of at most 998 characters, each a field or more of one. */
  static void isClean(byte[] message) {
    String text = new String(message, ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    assertThat(end).as("end of the header").isPositive();
    List<String> lines = List.of(text.substring(0, end).split("\r\n", -1));
    assertThat(lines).allMatch(CLEAN.asMatchPredicate()).allMatch(FIELD_OR_MORE.asMatchPredicate());
    assertThat(lines.getFirst()).doesNotStartWith(" ").doesNotStartWith("\t");
  }

  /**
   * Each field that we write stands once. Any other field of the outgoing header was in the
   * incoming one, no fewer times; and those that may pass as they are did.
   */
  static void addsNoField(byte[] incoming, byte[] outgoing) throws Exception {
    boolean attached = BodyOracle.isAttached(incoming, outgoing);
    Map<String, Long> out = PlainHeader.of(outgoing).counts();
    Map<String, Long> mayPass = new HashMap<>();
    Map<String, Long> mustPass = new HashMap<>();
    for (String field : PlainHeader.of(incoming).fields()) {
      String name = PlainHeader.name(field);
      boolean again = FieldRules.isSingle(name) && mayPass.containsKey(name);
      if (!FieldRules.isDropped(name) && !again && field.indexOf('\0') < 0) {
        mayPass.merge(name, 1L, Long::sum);
        boolean inside = attached && name.startsWith("content-");
        mustPass.merge(name, isKept(field) && !inside ? 1L : 0L, Long::sum);
      }
    }
    if (isByAProgram(incoming)) {
      mayPass.merge(AUTO_SUBMITTED, 1L, Math::max);
      mustPass.put(AUTO_SUBMITTED, 1L);
    }
    WRITTEN.forEach(name -> assertThat(out).containsEntry(name, 1L));
    out.forEach(
        (name, count) -> {
          boolean ours = name.startsWith("x-alias-relay-") || WRITTEN_IF_NEEDED.contains(name);
          long most = ours || WRITTEN.contains(name) ? 1 : mayPass.getOrDefault(name, 0L);
          assertThat(count).as(name).isLessThanOrEqualTo(most);
        });
    mustPass.forEach(
        (name, count) ->
            assertThat(out.getOrDefault(name, 0L)).as(name).isGreaterThanOrEqualTo(count));
  }

  private static boolean isByAProgram(byte[] message) throws Exception {
    return PlainHeader.of(message).fields().stream()
        .anyMatch(field -> BY_A_PROGRAM.matcher(field).matches());
  }

  private static boolean isKept(String field) {
    return passesAsItIs(field) && !PlainHeader.name(field).startsWith("list-");
  }

  /** Whether the field holds nothing that SES would refuse. */
  static boolean passesAsItIs(String field) {
    return Stream.of(field.split("\r\n", -1)).allMatch(CLEAN.asMatchPredicate());
  }
}
