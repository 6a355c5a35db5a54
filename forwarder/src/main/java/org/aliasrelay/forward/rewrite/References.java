package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Message identifiers (RFC 5322, section 3.6.4), through which mail programs find the thread.
 *
 * <p>SES gives every message it sends a new Message-ID. So that the owner's answer still finds its
 * thread at the sender's side, a forwarded message names its own first Message-ID as the last of
 * its References: the answer then carries it back.
 */
final class References {
  private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,250}>");
  private static final Pattern GIVEN_BY_SES =
      Pattern.compile("<[^<>@]+@(?:[a-z0-9-]+\\.)?amazonses\\.com>");

  /** A thread can go on for years; its start and its end are what mail programs use. */
  private static final int MOST = 40;

  private References() {}

  static List<String> in(String value) {
    return ID.matcher(value).results().map(match -> match.group()).distinct().toList();
  }

  /** The References of a forwarded message: those it had, and its own id. */
  static String forwarded(Head head) {
    List<String> ids = new ArrayList<>(in(head.value("References")));
    if (ids.isEmpty()) {
      ids.addAll(in(head.value("In-Reply-To")));
    }
    in(head.value("Message-ID")).stream()
        .findFirst()
        .filter(id -> !ids.contains(id))
        .ifPresent(ids::add);
    return String.join(" ", shortened(ids));
  }

  /**
   * The References of an answer: those that the other side has seen. The one it answers to was
   * given by our SES; others of SES may be the other side's own.
   */
  static List<String> answered(Head head) {
    List<String> answeredTo = in(head.value("In-Reply-To"));
    List<String> ids = new ArrayList<>(in(head.value("References")));
    if (ids.isEmpty()) {
      ids.addAll(answeredTo);
    }
    ids.removeIf(id -> answeredTo.contains(id) && GIVEN_BY_SES.matcher(id).matches());
    return shortened(ids);
  }

  private static List<String> shortened(List<String> ids) {
    if (ids.size() <= MOST) {
      return ids;
    }
    List<String> few = new ArrayList<>(List.of(ids.getFirst()));
    few.addAll(ids.subList(ids.size() - MOST + 1, ids.size()));
    return few;
  }
}
