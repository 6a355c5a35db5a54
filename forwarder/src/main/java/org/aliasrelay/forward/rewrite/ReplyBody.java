package org.aliasrelay.forward.rewrite;

import org.aliasrelay.alias.contract.LossReason;

/** The body of a reply once the owner's address was looked for in it. */
public sealed interface ReplyBody {

  /** It does not name the owner, or no more. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares bodies.
  record Clean(byte[] bytes) implements ReplyBody {
    @Override
    public String toString() {
      return "Clean[" + bytes.length + " bytes]";
    }
  }

  /** A part that must not be changed names the owner: it must not be sent. */
  record Revealing() implements ReplyBody {}

  /**
   * It cannot be sent: with contacts' addresses in place of reverse aliases it is too long, or
   * nobody could find its parts.
   */
  record Unsendable(LossReason reason) implements ReplyBody {}

  /**
   * Puts the alias in place of the primary address wherever that is possible: in text, in what
   * stands between parts, in reports (RFC 3464, RFC 8098), in calendars, and in messages inside the
   * message. A part that does not hold it keeps every byte; so do signed and encrypted parts, keys,
   * and documents.
   *
   * <p>Reverse aliases become their contacts' addresses again in all of these, as where the owner
   * quotes or invites a contact, or attaches what a contact wrote.
   *
   * <p>Attachments that are no text are the owner's documents: they are neither read nor changed.
   */
  static ReplyBody without(PrimaryAddress primary, ReverseNames reverse, Head head, byte[] body) {
    if (BodyRepair.hasForeignBoundary(head, body)) {
      return new Unsendable(LossReason.UNREADABLE);
    }
    try {
      return new Clean(new OwnerTraces(primary, reverse).removed(head, body));
    } catch (OwnerTraces.SealedInException e) {
      return new Revealing();
    } catch (ReverseNames.TooLongException e) {
      return new Unsendable(LossReason.TOO_LARGE);
    }
  }
}
