package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Message identifiers (RFC 5322, section 3.6.4), through which mail programs find the thread.
 *
 * <p>SES gives every message it sends a new Message-ID. So that the owner's answer still finds its
 * thread at the sender's side, a forwarded message names its own first Message-ID as the last of
 * its References: the answer then carries it back.
 */
final class References {
  private static final Pattern GIVEN_BY_SES =
      Pattern.compile("<[^<>@]+@(?:[a-z0-9-]+\\.)?amazonses\\.com>");

  /** Longer than any program makes one; each must fit into a line. */
  private static final int LONGEST_ID = 500;

  /** A thread can go on for years; its start and its end are what mail programs use. */
  private static final int MOST = 40;

  private References() {}

  /** What stands in angle brackets, without the white space of folds; none of them twice. */
  static List<String> in(String value) {
    if (value.isEmpty()) {
      return List.of();
    }
    List<String> ids = new ArrayList<>();
    int start = -1;
    boolean folded = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '<') {
        start = i;
        folded = false;
      } else if (isWhiteSpace(c)) {
        folded = true;
      } else if (c == '>' && start >= 0) {
        String written = value.substring(start, i + 1);
        String id = folded ? unfolded(written) : written;
        if (isId(id)) {
          ids.add(id);
        }
        start = -1;
      }
    }
    return ids.size() < 2 ? ids : List.copyOf(new LinkedHashSet<>(ids));
  }

  /** Not bigger than any is, and not nothing. */
  private static boolean isId(String id) {
    int length = id.codePointCount(0, id.length()) - 2;
    return length > 0 && length <= LONGEST_ID;
  }

  /** Without white space; nothing if it is a remark in brackets. */
  private static String unfolded(String written) {
    StringBuilder id = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      if (!isWhiteSpace(written.charAt(i))) {
        id.append(written.charAt(i));
      }
    }
    return id.indexOf("@") < 0 ? "<>" : id.toString();
  }

  /** The one of the message itself, which some programs write without brackets. */
  private static List<String> own(Head head) {
    String value = head.value(FieldName.MESSAGE_ID);
    List<String> ids = in(value);
    boolean bare =
        ids.isEmpty()
            && value.indexOf('@') > 0
            && value.chars().noneMatch(c -> c == '<' || c == '>' || isWhiteSpace((char) c));
    return bare ? in('<' + value + '>') : ids;
  }

  private static boolean isWhiteSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** The References of a forwarded message: those it had, and its own id. */
  static String forwarded(Head head) {
    List<String> before = in(head.value(FieldName.REFERENCES));
    if (before.isEmpty()) {
      before = in(head.value(FieldName.IN_REPLY_TO));
    }
    List<String> own = own(head);
    if (before.isEmpty()) {
      return own.isEmpty() ? "" : own.getFirst();
    }
    List<String> ids = new ArrayList<>(before);
    if (!own.isEmpty() && !ids.contains(own.getFirst())) {
      ids.add(own.getFirst());
    }
    return String.join(" ", shortened(ids));
  }

  /**
   * The References of an answer: those that the other side has seen. The one it answers to was
   * given by our SES, or by the owner's mail program where the owner answers to herself; others of
   * SES may be the other side's own.
   *
   * @param ownDomain the domain of the owner's address, in lower case
   * @param tells whether that tells the other side anything
   */
  static List<String> answered(Head head, String ownDomain, boolean tells) {
    List<String> answeredTo = in(head.value(FieldName.IN_REPLY_TO));
    List<String> ids = new ArrayList<>(in(head.value(FieldName.REFERENCES)));
    if (ids.isEmpty()) {
      ids.addAll(answeredTo);
    } else if (answeredTo.isEmpty()) {
      answeredTo = List.of(ids.getLast());
    }
    Set<String> unseen = new HashSet<>(answeredTo);
    unseen.removeIf(id -> !isGivenBySes(id) && !isOf(ownDomain, id));
    if (answeredTo.stream().anyMatch(id -> isOf(ownDomain, id))) {
      dropOwnAtTheEnd(ids, ownDomain);
    } else if (tells && answeredTo.stream().noneMatch(References::isGivenBySes)) {
      // A thread that did not come through the relay: nobody there has seen the owner's.
      ids.removeIf(id -> isOf(ownDomain, id));
    }
    ids.removeAll(unseen);
    return shortened(ids);
  }

  /** Whether it is an answer to a mail that went through SES. */
  static boolean answersWhatSesSent(Head head) {
    List<String> answeredTo = in(head.value(FieldName.IN_REPLY_TO));
    return answeredTo.stream().anyMatch(References::isGivenBySes);
  }

  /**
   * Who writes again before an answer came names mails of her own, and before those the one that
   * SES gave her: the other side has seen none of them under these names.
   */
  private static void dropOwnAtTheEnd(List<String> ids, String ownDomain) {
    int size = ids.size();
    while (!ids.isEmpty() && isOf(ownDomain, ids.getLast())) {
      ids.removeLast();
    }
    if (ids.size() < size && !ids.isEmpty() && isGivenBySes(ids.getLast())) {
      ids.removeLast();
    }
  }

  private static boolean isGivenBySes(String id) {
    return GIVEN_BY_SES.matcher(id).matches();
  }

  /** Whether the id was made at that domain, or below it. */
  private static boolean isOf(String domain, String id) {
    String right = id.substring(id.lastIndexOf('@') + 1, id.length() - 1).toLowerCase(Locale.ROOT);
    return right.equals(domain) || right.endsWith("." + domain);
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
