package org.aliasrelay.alias.senders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a list of senders: an address, or a domain with all that is below it. It cannot print
 * itself.
 */
final class Sender {
  /** Names with more labels are seen as their last ones: a bound on look-ups for hostile names. */
  private static final int MAX_LABELS = 10;

  private final String text;

  private Sender(String text) {
    this.text = text;
  }

  /** Reads {@code shop@sender.example}, {@code sender.example} or {@code @sender.example}. */
  static Optional<Sender> parse(String text) {
    String bare = text.strip();
    if (bare.lastIndexOf('@') > 0) {
      return EmailAddress.parse(bare).map(EmailAddress::canonical).map(Sender::new);
    }
    String domain = bare.startsWith("@") ? bare.substring(1) : bare;
    return EmailAddress.parse("any@" + domain).map(EmailAddress::domain).map(Sender::new);
  }

  /** The entries that would let this address in. */
  static List<Sender> matching(EmailAddress address) {
    List<Sender> entries = new ArrayList<>();
    entries.add(new Sender(address.canonical()));
    String[] labels = address.domain().split("\\.", -1);
    StringBuilder domain = new StringBuilder();
    for (int i = labels.length - 1; i >= Math.max(0, labels.length - MAX_LABELS); i--) {
      domain.insert(0, domain.isEmpty() ? labels[i] : labels[i] + ".");
      entries.add(new Sender(domain.toString()));
    }
    return entries;
  }

  /** As it is stored and hashed: all lower case. */
  String canonical() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sender that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "[sender]";
  }
}
