package org.aliasrelay.e2e.wire;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A short name of a statement: what it does to which table, and what it goes by. */
final class SqlName {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern CHANGE =
      Pattern.compile("\\b(insert into|update|delete from) ([\\w.]+)");
  private static final Pattern FROM = Pattern.compile("\\bfrom ([\\w.]+)");
  private static final Pattern STATE = Pattern.compile("\\bset state ?= ?'(\\w+)'");
  private static final Pattern COLUMN =
      Pattern.compile("(?:\\b\\w+\\.)?\\b(\\w+) ?(?:=|<|>|\\bin\\b|\\bis\\b)");

  private SqlName() {}

  static String of(String statement) {
    String sql = SPACE.matcher(statement.strip()).replaceAll(" ");
    String lower = sql.toLowerCase(Locale.ROOT);
    String verb = lower.replaceFirst("[ ;(].*", "").toUpperCase(Locale.ROOT);
    Matcher change = CHANGE.matcher(lower);
    if (!verb.equals("SELECT") && change.find()) {
      String what = change.group(1).replaceFirst(" .*", "").toUpperCase(Locale.ROOT);
      String name = what + " " + table(change.group(2)) + state(sql);
      return what.equals("INSERT") ? name : name + columns(lower);
    }
    Matcher from = FROM.matcher(lower);
    return from.find() ? verb + " " + table(from.group(1)) + columns(lower) : verb;
  }

  private static String table(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String state(String sql) {
    Matcher state = STATE.matcher(sql);
    return state.find() ? " " + state.group(1) : "";
  }

  private static String columns(String lower) {
    int where = lower.lastIndexOf(" where ");
    if (where < 0) {
      return "";
    }
    return COLUMN
        .matcher(lower.substring(where))
        .results()
        .map((MatchResult match) -> match.group(1))
        .distinct()
        .collect(joining(", ", " by ", ""));
  }
}
