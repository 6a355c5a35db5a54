package org.aliasrelay.forward.look;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parameters that are written in sections, which may stand in any order (RFC 2231, section 3). */
final class ParameterSections {
  private static final Pattern SECTION =
      Pattern.compile(
          "(?<name>[\\w.-]{1,60}+)\\*(?<number>\\d{1,4}+)\\*?\\s?=\\s?"
              + "(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.){0,1000}+)|(?<bare>[^;\\s\"]{1,1000}+))");

  private ParameterSections() {}

  /** The values of all there are, one after the other. */
  static String joined(String text) {
    if (text.indexOf('*') < 0) {
      return "";
    }
    StringBuilder joined = new StringBuilder();
    Map<String, SortedMap<Integer, String>> parameters = new TreeMap<>();
    Matcher section = SECTION.matcher(text);
    while (section.find()) {
      int number = Integer.parseInt(section.group("number"));
      var sections =
          parameters.computeIfAbsent(
              section.group("name").toLowerCase(Locale.ROOT), name -> new TreeMap<>());
      if (sections.containsKey(number)) {
        // The same parameter of another part.
        append(sections, joined);
        sections.clear();
      }
      sections.put(
          number,
          section.group("quoted") != null ? section.group("quoted") : section.group("bare"));
    }
    parameters.values().forEach(sections -> append(sections, joined));
    return joined.toString();
  }

  private static void append(SortedMap<Integer, String> sections, StringBuilder joined) {
    joined.append('\n').append(String.join("", sections.values()));
  }
}
