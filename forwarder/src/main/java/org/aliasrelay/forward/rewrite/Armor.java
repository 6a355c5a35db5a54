package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ASCII armor (RFC 9580, section 6.2): keys and signatures of OpenPGP name people inside it. */
final class Armor {
  private static final String BEGIN = "-----BEGIN PGP ";
  private static final String END = "-----END PGP ";
  private static final Pattern KEY = Pattern.compile("(?:PUBLIC|PRIVATE) KEY BLOCK");
  private static final Pattern QUOTE = Pattern.compile("\\s*(?:>|&gt;)");

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,1000}+>");
  private static final byte[] NONE = {};

  private Armor() {}

  /**
   * Whether a part of the text is signed or enciphered, and must stay as it is. What is quoted is
   * no more; and a key that stands in a text says nothing about the rest of it.
   */
  static boolean sealsSomething(String text) {
    return text.lines().filter(line -> !QUOTE.matcher(line).lookingAt()).anyMatch(Armor::seals);
  }

  private static boolean seals(String line) {
    int begin = line.indexOf(BEGIN);
    while (begin >= 0
        && KEY.matcher(line).region(begin + BEGIN.length(), line.length()).lookingAt()) {
      begin = line.indexOf(BEGIN, begin + 1);
    }
    return begin >= 0;
  }

  /** What each of the armored blocks holds. */
  static List<byte[]> blocks(String text) {
    if (!text.contains(BEGIN)) {
      return List.of();
    }
    List<byte[]> all = new ArrayList<>();
    StringBuilder block = null;
    // Neither tags nor what breaks lines in HTML are data.
    String bare = TAG.matcher(text).replaceAll("\n");
    Iterator<String> lines = bare.lines().map(String::strip).iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith(BEGIN)) {
        block = new StringBuilder();
      } else if (line.startsWith(END)) {
        all.add(content(block));
        block = null;
      } else if (block != null && isData(line)) {
        block.append(line);
      }
    }
    all.add(content(block));
    return all;
  }

  /** Neither an armor header nor the checksum. */
  private static boolean isData(String line) {
    return !line.startsWith("=") && line.chars().allMatch(Armor::isBase64);
  }

  private static boolean isBase64(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=');
  }

  private static byte[] content(@Nullable StringBuilder block) {
    if (block == null) {
      return NONE;
    }
    String data = block.toString().replace("=", "");
    try {
      // A lone last character holds no whole byte.
      int whole = data.length() % 4 == 1 ? data.length() - 1 : data.length();
      return Base64.getDecoder().decode(data.substring(0, whole));
    } catch (IllegalArgumentException e) {
      return NONE;
    }
  }
}
