package org.aliasrelay.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The messages of a folder, whatever its files are called; hidden ones are left out. */
public final class CorpusFolder {
  /** The line before each message of an mbox: RFC 4155, appendix A. */
  private static final Pattern MBOX_LINE =
      Pattern.compile("(?m)(?:\\A|^\\r?\\n)From \\S.*(?:19|20)\\d\\d.*$");

  private static final Pattern BARE_LF = Pattern.compile("(?<!\\r)\\n");

  private CorpusFolder() {}

  /**
   * One message.
   *
   * @param name of the file, and a number where that holds several
   * @param bytes as they were found
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares messages.
  public record Message(String name, byte[] bytes) {
    /** As SMTP delivers it. */
    public byte[] withCrlf() {
      String text = new String(bytes, ISO_8859_1);
      return BARE_LF.matcher(text).replaceAll("\r\n").getBytes(ISO_8859_1);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Its files and those of its folders, in order. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !isHidden(folder.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isHidden(Path file) {
    for (Path name : file) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** The messages of a file: one, or those of an mbox. */
  public static List<Message> in(Path folder, Path file) throws IOException {
    String name = folder.relativize(file).toString();
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, ISO_8859_1);
    List<Integer> starts = new ArrayList<>();
    for (Matcher line = MBOX_LINE.matcher(text); line.find(); ) {
      starts.add(text.indexOf("From ", line.start()));
    }
    if (starts.size() < 2 || starts.getFirst() != 0) {
      return List.of(new Message(name, bytes));
    }
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      String message = text.substring(starts.get(i), end);
      messages.add(new Message(name + "#" + (i + 1), message.getBytes(ISO_8859_1)));
    }
    return messages;
  }
}
