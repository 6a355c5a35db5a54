package org.aliasrelay.forward.look;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Character references of HTML, as far as an address can be made of them. */
final class CharacterReferences {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "&(?:#(?<decimal>\\d{1,9}+)|#[xX](?<hex>\\p{XDigit}{1,7}+)|(?<name>\\w{2,20}+));?");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("commat", "@"),
          Map.entry("period", "."),
          Map.entry("lowbar", "_"),
          Map.entry("plus", "+"),
          Map.entry("hyphen", "-"),
          Map.entry("percnt", "%"),
          Map.entry("equals", "="),
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("shy", ""),
          Map.entry("zwnj", ""),
          Map.entry("zwj", ""),
          Map.entry("NoBreak", ""),
          Map.entry("ZeroWidthSpace", ""));

  private CharacterReferences() {}

  static String decoded(String text) {
    return Replacing.each('&', REFERENCE, text, CharacterReferences::character);
  }

  private static String character(MatchResult found) {
    if (found.group("decimal") != null) {
      return character(Integer.parseInt(found.group("decimal")));
    }
    if (found.group("hex") != null) {
      return character(Integer.parseInt(found.group("hex"), 16));
    }
    return NAMED.getOrDefault(found.group("name"), found.group());
  }

  /** What is invisible stands for nothing. */
  private static String character(int codePoint) {
    if (!Character.isValidCodePoint(codePoint)
        || Character.getType(codePoint) == Character.FORMAT
        || Character.isISOControl(codePoint)) {
      return "";
    }
    return Character.toString(codePoint);
  }
}
