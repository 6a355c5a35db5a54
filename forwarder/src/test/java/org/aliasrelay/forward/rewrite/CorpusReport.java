package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.aliasrelay.forward.deliver.Composing;
import org.aliasrelay.forward.deliver.Composing.Composed;

/** What became of the messages of a corpus. */
final class CorpusReport {
  private final Map<String, Integer> forwards = new TreeMap<>();
  private final Map<String, Integer> replies = new TreeMap<>();
  private final Map<String, Integer> bodies = new TreeMap<>();
  private final Map<String, Integer> causes = new TreeMap<>();
  private final Map<String, Integer> leaves = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private int messages;

  void add(String name, byte[] message) {
    messages++;
    check(name, forwards, Composing.forward(message), message, true);
    check(name, replies, Composing.reply(message), message, false);
  }

  int messages() {
    return messages;
  }

  List<String> faults() {
    return faults;
  }

  private void check(
      String name, Map<String, Integer> ends, Composed end, byte[] message, boolean forward) {
    switch (end) {
      case Composed.Ended(var reason) -> count(ends, reason.name());
      case Composed.Message(byte[] sent) -> {
        count(ends, "sent");
        try {
          HeaderOracle.isClean(sent);
          if (forward) {
            HeaderOracle.addsNoField(message, sent);
            body(message, sent);
          }
          BodyOracle.isRepairedOnly(message, sent);
          secondReading(name + (forward ? " forward" : " reply"), message, sent);
        } catch (Exception | AssertionError e) {
          faults.add(name + ": " + e);
        }
      }
    }
  }

  private void body(byte[] message, byte[] sent) {
    byte[] before = PlainHeader.of(message).body();
    boolean same = Arrays.equals(before, BodyOracle.ownBody(sent));
    count(bodies, same ? "byte-identical" : "re-encoded");
    if (!same) {
      count(causes, Causes.of(before));
    }
  }

  private void secondReading(String name, byte[] message, byte[] sent) throws Exception {
    byte[] explicit = PlainHeader.of(message).message();
    SecondParser was = new SecondParser(explicit);
    byte[] whole = BodyOracle.withPartsInPlace(message, sent);
    if (!Arrays.equals(whole, sent)) {
      count(leaves, "messages with parts in attachments of their own");
    }
    SecondParser is = new SecondParser(whole);
    String subject = visible(is.subject());
    if (!subject.equals(visible(was.subject()))
        && !subject.equals(visible(SecondParser.withUtf8(explicit).subject()))) {
      faults.add(name + ": subject [" + was.subject() + "] became [" + subject + "]");
    }
    if (BodyOracle.isAttached(message, sent)) {
      attached(name, PlainHeader.of(message).body(), is.leaves());
      return;
    }
    if (!PlainHeader.of(message).fields().stream().allMatch(BodyOracle::keepsTheShape)) {
      count(leaves, "not compared, for a Content-Type that no line can hold");
      return;
    }
    List<SecondParser.Leaf> before = was.leaves();
    List<SecondParser.Leaf> after = is.leaves();
    if (before.size() != after.size()) {
      if (before.stream().anyMatch(SecondParser.Leaf::cannotBeRead)) {
        count(leaves, "not compared, for the second parser cannot read what was sent");
        return;
      }
      faults.add(name + ": leaves " + before + " became " + after);
      return;
    }
    for (int i = 0; i < before.size(); i++) {
      boolean same = Arrays.equals(before.get(i).raw(), after.get(i).raw());
      count(leaves, same ? "byte-identical" : "re-encoded");
      if (before.get(i).says(after.get(i))) {
        continue;
      }
      if (before.get(i).cannotBeRead()) {
        count(leaves, "not compared, for the second parser cannot read what was sent");
      } else {
        faults.add(name + ": leaf " + before.get(i) + " became " + after.get(i));
      }
    }
  }

  /** The second parser, too, finds every byte of the body in the attachment. */
  private void attached(String name, byte[] body, List<SecondParser.Leaf> leaves) {
    count(this.leaves, "in an attachment that holds the whole body");
    byte[] content = leaves.size() == 2 ? leaves.getLast().decoded() : null;
    byte[] held = Objects.requireNonNullElse(content, new byte[0]);
    int start = Math.max(0, held.length - body.length);
    if (!Arrays.equals(held, start, held.length, body, 0, body.length)) {
      faults.add(name + ": the attachment is not what came");
    }
  }

  /** Controls and invisible characters are taken out of what is written anew. */
  private static String visible(String text) {
    return text.replaceAll("\\p{Cf}", "").replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ").strip();
  }

  private static void count(Map<String, Integer> counts, String what) {
    counts.merge(what, 1, Integer::sum);
  }

  @Override
  public String toString() {
    return """
    %d messages
      forwards %s, replies %s
      bodies of forwards %s, because of %s
      leaves %s
      faults %d\
    """
        .formatted(messages, forwards, replies, bodies, causes, leaves, faults.size());
  }

  /** Why SES would refuse a body. */
  private static final class Causes {
    static String of(byte[] body) {
      List<String> found = new ArrayList<>();
      boolean nul = false;
      boolean bareCr = false;
      boolean longLine = false;
      int line = 0;
      for (int i = 0; i < body.length; i++) {
        nul |= body[i] == 0;
        bareCr |= body[i] == '\r' && (i + 1 == body.length || body[i + 1] != '\n');
        line = body[i] == '\n' ? 0 : line + 1;
        longLine |= line > 998 && !(body[i] == '\r' && line == 999);
      }
      if (nul) {
        found.add("NUL");
      }
      if (bareCr) {
        found.add("bare CR");
      }
      if (longLine) {
        found.add("long line");
      }
      return found.isEmpty() ? "lone dot or foreign boundary" : String.join(" and ", found);
    }
  }
}
