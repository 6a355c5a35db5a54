package org.aliasrelay.forward.rewrite;

import java.util.function.Predicate;

/** The header of a part that SES would refuse as it stands, or that is encoded anew. */
final class PartHeader {
  private PartHeader() {}

  /**
   * Whether all of it is fields, and an empty line. A line of another kind, as mailboxes of old
   * begin each message with, would be lost.
   */
  static boolean isWritable(Part part, byte[] body) {
    int lines = lines(body, part.first(), part.start());
    for (HeaderField field : part.head().fields()) {
      lines -= lines(field.bytes(), field.from(), field.to());
    }
    return lines == 1;
  }

  private static int lines(byte[] bytes, int from, int to) {
    int lines = 0;
    for (int i = from; i < to; i++) {
      lines += bytes[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  /**
   * Whether folding mends all that is wrong. A field with NUL or a bare CR is read by each mail
   * program in its own way, and a word that fills more than a line would have to be cut.
   */
  static boolean canBeFolded(Part part) {
    return part.head().fields().stream()
        .filter(Predicate.not(PartHeader::isSendable))
        .allMatch(PartHeader::canBeFolded);
  }

  private static boolean isSendable(HeaderField field) {
    return !Defects.in(field.bytes(), field.from(), field.to());
  }

  private static boolean canBeFolded(HeaderField field) {
    return !Defects.hasNulOrBareCr(field.bytes(), field.from(), field.to())
        && !FieldWriter.isTooLongToFold(field.writtenName() + ": " + field.value());
  }

  /** With lines that SES takes, and the empty line that ends it. */
  static byte[] folded(Part part) {
    return written(part, _ -> true).end();
  }

  /** The same for content that is Base64 now. */
  static byte[] forBase64(Part part) {
    FieldWriter out = written(part, field -> !field.is(FieldName.CONTENT_TRANSFER_ENCODING));
    out.write("Content-Transfer-Encoding", "base64");
    return out.end();
  }

  private static FieldWriter written(Part part, Predicate<HeaderField> isKept) {
    FieldWriter out = new FieldWriter();
    for (HeaderField field : part.head().fields()) {
      if (isKept.test(field)) {
        if (isSendable(field)) {
          out.keep(field);
        } else {
          out.write(field.writtenName(), KeptFields.mended(field.name(), field.value()));
        }
      }
    }
    return out;
  }
}
