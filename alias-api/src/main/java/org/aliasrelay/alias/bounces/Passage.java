package org.aliasrelay.alias.bounces;

import java.time.Instant;

/** Whether an owner's mailbox may be sent a mail. */
public sealed interface Passage {
  /** Yes, and it is nothing special. */
  record Free() implements Passage {}

  /** Yes, when it has had its break. */
  record After(Instant moment) implements Passage {}

  /** Yes, to see whether it takes mail again. */
  record AsProbe() implements Passage {}

  /** No: it refused mail, and is left alone. */
  record Closed() implements Passage {}
}
