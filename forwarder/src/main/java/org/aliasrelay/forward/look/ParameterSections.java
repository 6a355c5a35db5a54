package org.aliasrelay.forward.look;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parameters that are written in sections, which may stand in any order (RFC 2231, section 3). */
final class ParameterSections {
  private static final int LONGEST_NAME = 60;

  /** From behind the name on. */
  private static final Pattern SECTION =
      Pattern.compile(
          "\\*(?<number>\\d{1,4}+)\\*?\\s?=\\s?"
              + "(?:\"(?<quoted>[^\"]{0,1000}+)|(?<bare>[^;\\s\"]{1,1000}+))");

  private ParameterSections() {}

  /** The values of all there are, one after the other. */
  static String joined(String text) {
    if (text.indexOf('*') < 0) {
      return "";
    }
    StringBuilder joined = new StringBuilder();
    Map<String, SortedMap<Integer, String>> parameters = new TreeMap<>();
    Matcher section = SECTION.matcher(text);
    int next = 0;
    for (int star = text.indexOf('*'); star >= 0; star = text.indexOf('*', next)) {
      next = star + 1;
      if (!section.region(star, text.length()).lookingAt()) {
        continue;
      }
      int number = Integer.parseInt(section.group("number"));
      var sections = parameters.computeIfAbsent(name(text, star), name -> new TreeMap<>());
      if (sections.containsKey(number)) {
        // The same parameter of another part.
        append(sections, joined);
        sections.clear();
      }
      String value = section.group("quoted");
      if (value == null) {
        value = section.group("bare");
        // There are stars in it, perhaps: what is read twice is read a thousand times.
        next = section.end();
      }
      sections.put(number, value);
    }
    parameters.values().forEach(sections -> append(sections, joined));
    return joined.toString();
  }

  private static String name(String text, int end) {
    int start = end;
    while (start > Math.max(0, end - LONGEST_NAME) && isOfName(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isOfName(char c) {
    return c > ' ' && ";\"*=".indexOf(c) < 0;
  }

  private static void append(SortedMap<Integer, String> sections, StringBuilder joined) {
    joined.append('\n').append(String.join("", sections.values()));
  }
}
