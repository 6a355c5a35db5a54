package org.aliasrelay.alias.notices;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes digests. All it is given is which alias, what happened, how often and when. */
final class DigestText {
  private static final Comparator<NamedLine> IMPORTANT_FIRST =
      Comparator.<NamedLine, NoticeReason>comparing(named -> named.line().reason())
          .thenComparing(named -> named.line().lastAt(), Comparator.reverseOrder());

  private final Texts texts;
  private final DateTimeFormatter time;

  DigestText(Texts texts) {
    this.texts = texts;
    this.time =
        DateTimeFormatter.ofPattern(texts.get("date"), texts.locale()).withZone(ZoneOffset.UTC);
  }

  String subject() {
    return texts.get("subject");
  }

  String language() {
    return texts.locale().toLanguageTag();
  }

  /** Plain text, lines end with LF. */
  String body(List<NamedLine> lines, int most) {
    List<NamedLine> shown = lines.stream().sorted(IMPORTANT_FIRST).limit(most).toList();
    StringBuilder text = new StringBuilder(texts.get("opening")).append("\n\n");
    shown.stream()
        .collect(
            Collectors.groupingBy(
                named -> named.line().reason(), LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .forEach(section -> append(text, section));
    if (lines.size() > shown.size()) {
      text.append(texts.get("more", Integer.toString(lines.size() - shown.size()))).append("\n\n");
    }
    return text.append(texts.get("closing")).append('\n').toString();
  }

  private void append(StringBuilder text, Map.Entry<NoticeReason, List<NamedLine>> section) {
    String reason = section.getKey().name();
    text.append(texts.get("reason." + reason)).append('\n');
    section.getValue().forEach(named -> text.append("  ").append(line(named)).append('\n'));
    text.append(texts.get("advice." + reason)).append("\n\n");
  }

  private String line(NamedLine named) {
    Instant last = named.line().lastAt();
    String count = Long.toString(named.line().count());
    return texts.get(
        named.line().count() == 1 ? "line.once" : "line.often",
        named.alias().value(),
        time.format(last),
        count);
  }
}
