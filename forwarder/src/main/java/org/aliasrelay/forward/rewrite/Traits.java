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
  private static final List<FieldName> AUTOMATIC_FIELDS =
      List.of(FieldName.X_AUTOREPLY, FieldName.X_AUTORESPOND, FieldName.X_FAILED_RECIPIENTS);
  private static final String REPORT = "multipart/report";

  /** Reads them. */
  public static Traits of(Head head) {
    boolean bulk = BULK.contains(word(head, FieldName.PRECEDENCE));
    boolean list = head.hasUris() || head.first(FieldName.LIST_ID).isPresent();
    return new Traits(bulk || list, saysSo(head) || isOtherwiseMarked(head), isReceipt(head));
  }

  private static boolean isReceipt(Head head) {
    MediaType type = MediaType.of(head.value(FieldName.CONTENT_TYPE));
    return type.name().equals(REPORT)
        && type.parameter("report-type").equalsIgnoreCase("disposition-notification");
  }

  /**
   * Whether it is automatic, but by marks that not everybody knows, or that go no further: SES
   * gives it a return path, so that the null sender is seen no more, and takes no NUL in a field.
   */
  static boolean isUnmarked(Head head) {
    boolean isLost = head.first(FieldName.AUTO_SUBMITTED).filter(HeaderField::hasNul).isPresent();
    return (isLost || !saysSo(head)) && isOtherwiseMarked(head);
  }

  private static boolean saysSo(Head head) {
    String submitted = word(head, FieldName.AUTO_SUBMITTED);
    return !submitted.isEmpty() && !submitted.equals("no");
  }

  private static boolean isOtherwiseMarked(Head head) {
    return word(head, FieldName.RETURN_PATH).equals("<>")
        || word(head, FieldName.PRECEDENCE).equals("auto_reply")
        || head.value(FieldName.CONTENT_TYPE).regionMatches(true, 0, REPORT, 0, REPORT.length())
        || AUTOMATIC_FIELDS.stream().anyMatch(head::has);
  }

  /** The value up to a parameter or a comment. */
  private static String word(Head head, FieldName name) {
    String value = head.value(name);
    int end = 0;
    while (end < value.length() && !endsWord(value.charAt(end))) {
      end++;
    }
    return value.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static boolean endsWord(char c) {
    return c == ';' || c == '(' || c == ' ' || (c >= '\t' && c <= '\r');
  }
}
