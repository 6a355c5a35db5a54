package org.aliasrelay.forward.rewrite;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What kind of mail a header says it is.
 *
 * @param listMail of a list or another bulk sender: List-* (RFC 2369, RFC 2919), Precedence
 * @param automatic written by a program in answer to something, or sent by nobody: Auto-Submitted
 *     (RFC 3834, section 5), the null sender, and what was in use before
 * @param receipt that a mail was read (RFC 8098): an answer to one that asked for it
 */
public record Traits(boolean listMail, boolean automatic, boolean receipt) {
  private static final Set<String> BULK = Set.of("bulk", "list", "junk");
  private static final List<String> AUTOMATIC_FIELDS =
      List.of("x-autoreply", "x-autorespond", "x-failed-recipients");

  /** Reads them. */
  public static Traits of(Head head) {
    boolean bulk = BULK.contains(word(head, FieldName.PRECEDENCE));
    boolean list = head.hasUris() || head.first(FieldName.LIST_ID).isPresent();
    return new Traits(bulk || list, saysSo(head) || isOtherwiseMarked(head), isReceipt(head));
  }

  private static boolean isReceipt(Head head) {
    MediaType type = MediaType.of(head.value(FieldName.CONTENT_TYPE));
    return type.name().equals("multipart/report")
        && type.parameter("report-type").equalsIgnoreCase("disposition-notification");
  }

  /**
   * Whether it is automatic, but by marks that not everybody knows, or that go no further: SES
   * gives it a return path, so that the null sender is seen no more.
   */
  static boolean isUnmarked(Head head) {
    return !saysSo(head) && isOtherwiseMarked(head);
  }

  private static boolean saysSo(Head head) {
    String submitted = word(head, FieldName.AUTO_SUBMITTED);
    return !submitted.isEmpty() && !submitted.equals("no");
  }

  private static boolean isOtherwiseMarked(Head head) {
    return word(head, FieldName.RETURN_PATH).equals("<>")
        || word(head, FieldName.PRECEDENCE).equals("auto_reply")
        || head.value(FieldName.CONTENT_TYPE)
            .toLowerCase(Locale.ROOT)
            .startsWith("multipart/report")
        || head.fields().stream().anyMatch(field -> AUTOMATIC_FIELDS.contains(field.key()));
  }

  /** The value up to a parameter or a comment. */
  private static String word(Head head, FieldName name) {
    return head.value(name).split("[;(\\s]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
