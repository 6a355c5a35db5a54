package org.aliasrelay.forward.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.contract.BodyWishes;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.forward.rewrite.Head;
import org.aliasrelay.forward.rewrite.MimeMap;
import org.aliasrelay.forward.rewrite.Part;
import org.aliasrelay.forward.tracker.TrackerList;

/** Fulfils the wishes of one owner, for mail to one alias. */
public final class Wishes {
  /** RFC 9580, section 6.2: the armour of a signed or encrypted text, which is then left alone. */
  private static final String ARMOUR = "-----BEGIN PGP";

  private final BodyWishes wishes;
  private final Banner banner;
  private final TrackerList trackers;

  /** For mail to that alias. */
  public Wishes(BodyWishes wishes, EmailAddress alias, TrackerList trackers) {
    this.wishes = wishes;
    this.banner = Banner.of(alias, wishes.language());
    this.trackers = trackers;
  }

  /** Whether there are any; without, nobody need look into the body. */
  public static boolean any(BodyWishes wishes) {
    return wishes.banner() || wishes.removeTrackers();
  }

  /**
   * How many bytes it takes beside the bodies themselves: both texts, and of one of them the
   * characters, the tokeniser's, the new text, and that encoded; fourteen times what is encoded.
   */
  public static long roomForTexts(long size) {
    return 14 * Math.min(size, LeafText.LONGEST);
  }

  /** The body with its text changed, in which every other byte is as it was. */
  public WishedBody fulfil(Head head, byte[] body) {
    List<LeafText> leaves =
        TopText.in(MimeMap.of(head, body)).stream()
            .flatMap(part -> LeafText.read(part, body).stream())
            .toList();
    if (leaves.stream().anyMatch(leaf -> leaf.text().contains(ARMOUR))) {
      return new WishedBody(body, 0);
    }
    List<Rewritten> rewritten = leaves.stream().flatMap(leaf -> rewritten(leaf).stream()).toList();
    return rewritten.isEmpty()
        ? new WishedBody(body, 0)
        : new WishedBody(
            spliced(body, rewritten), rewritten.stream().mapToInt(Rewritten::removed).sum());
  }

  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Rewritten(Part part, byte[] bytes, int removed) {
    int growth() {
      return bytes.length - (part.end() - part.start());
    }
  }

  private Optional<Rewritten> rewritten(LeafText leaf) {
    List<Edit> edits = edits(leaf);
    int removed = (int) edits.stream().filter(Edit::removes).count();
    return edits.isEmpty()
        ? Optional.empty()
        : leaf.with(Edit.all(edits, leaf.text()))
            .map(bytes -> new Rewritten(leaf.part(), bytes, removed));
  }

  private static byte[] spliced(byte[] body, List<Rewritten> leaves) {
    byte[] out = new byte[body.length + leaves.stream().mapToInt(Rewritten::growth).sum()];
    int read = 0;
    int written = 0;
    for (Rewritten leaf : leaves) {
      int kept = leaf.part.start() - read;
      System.arraycopy(body, read, out, written, kept);
      System.arraycopy(leaf.bytes, 0, out, written + kept, leaf.bytes.length);
      read = leaf.part.end();
      written += kept + leaf.bytes.length;
    }
    System.arraycopy(body, read, out, written, body.length - read);
    return out;
  }

  private List<Edit> edits(LeafText leaf) {
    return leaf.part().type().equals("text/html") ? inHtml(leaf) : inPlain(leaf);
  }

  private List<Edit> inPlain(LeafText leaf) {
    return wishes.banner()
        ? List.of(
            Edit.insert(leaf.start(), banner.beforePlain(leaf.text(), leaf.part().isFlowed())))
        : List.of();
  }

  private List<Edit> inHtml(LeafText leaf) {
    Optional<HtmlOutline> read =
        HtmlReader.read(leaf.text(), image -> wishes.removeTrackers() && image.isTracker(trackers));
    if (read.isEmpty()) {
      return List.of();
    }
    List<Edit> edits = new ArrayList<>(read.get().unwanted());
    if (wishes.banner()) {
      edits.add(
          Edit.insert(Math.max(leaf.start(), read.get().top()), banner.beforeHtml(leaf.text())));
    }
    return edits;
  }
}
