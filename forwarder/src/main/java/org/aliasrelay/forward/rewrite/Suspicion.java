package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.aliasrelay.ingest.contract.DmarcPolicy;
import org.aliasrelay.ingest.contract.Verdict;
import org.aliasrelay.ingest.contract.Verdicts;

/**
 * What speaks against a message that comes in all the same.
 *
 * @param words for filters to look for; none for most mail
 * @param grave whether people must see it: SES takes it for spam, or the author's domain asks for
 *     quarantine. A domain that asks for nothing is on every second mailing list, so its failure is
 *     for filters only.
 */
record Suspicion(List<String> words, boolean grave) {
  private static final String MARK = "[suspect] ";

  Suspicion {
    words = List.copyOf(words);
  }

  static Suspicion of(People people, Verdicts verdicts) {
    List<String> words = new ArrayList<>();
    boolean spam = verdicts.spam() == Verdict.FAIL;
    boolean dmarc = verdicts.dmarc() == Verdict.FAIL;
    if (spam) {
      words.add("spam");
    }
    if (dmarc) {
      words.add("dmarc");
    }
    // RFC 5322, section 3.6.2, allows it beside a Sender field; honest programs do not do it.
    if (people.areAuthorsSeveral()) {
      words.add("several-authors");
    }
    return new Suspicion(words, spam || (dmarc && asksForCare(verdicts.policy())));
  }

  private static boolean asksForCare(DmarcPolicy policy) {
    return switch (policy) {
      case QUARANTINE, REJECT -> true;
      case NONE, ABSENT -> false;
    };
  }

  /** Stands before the author's name, of which mail programs show little else. */
  String mark() {
    return grave ? MARK : "";
  }
}
