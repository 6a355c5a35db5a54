package org.aliasrelay.forward.look;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Content-Type that follows the grammar (RFC 2045, section 5.1), without comments.
 *
 * @param name in lower case
 * @param parameters names in lower case
 */
record StrictType(String name, Map<String, String> parameters) {
  private static final Pattern NAME = Pattern.compile("[ \\t]*+([\\w!#$&^.+-]+/[\\w!#$&^.+-]+)");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "[ \\t]*+;[ \\t]*+(?<name>[\\w!#$&^.+*%'-]++)="
              + "(?:(?<token>[\\x21-\\x7e&&[^()<>@,;:\\\\\"/\\[\\]?=]]++)|\"(?<quoted>[^\"\\\\\\p{Cntrl}]*+)\")");

  private static final Pattern END = Pattern.compile("[ \\t]*+;?[ \\t]*+");

  /** The characters of RFC 2046, and some that mail programs use all the same. */
  private static final Pattern BOUNDARY = Pattern.compile("[\\w'()+,./:=?@#-]{1,200}");

  static Optional<StrictType> of(String value) {
    Matcher name = NAME.matcher(value);
    if (!name.lookingAt()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    Matcher parameter = PARAMETER.matcher(value);
    int end = name.end();
    while (parameter.region(end, value.length()).lookingAt()) {
      String text =
          parameter.group("token") == null ? parameter.group("quoted") : parameter.group("token");
      if (parameters.put(parameter.group("name").toLowerCase(Locale.ROOT), text) != null) {
        return Optional.empty();
      }
      end = parameter.end();
    }
    return END.matcher(value).region(end, value.length()).matches()
        ? Optional.of(new StrictType(name.group(1).toLowerCase(Locale.ROOT), parameters))
        : Optional.empty();
  }

  /** A multipart into which anybody would look, in the same way; not a signed or encrypted one. */
  boolean isOpenMultipart() {
    return name.startsWith("multipart/")
        && !name.equals("multipart/signed")
        && !name.equals("multipart/encrypted")
        && parameters.keySet().stream().noneMatch(parameter -> parameter.startsWith("boundary*"))
        && BOUNDARY.matcher(boundary()).matches();
  }

  String boundary() {
    return parameters.getOrDefault("boundary", "");
  }
}
