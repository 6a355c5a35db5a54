package org.aliasrelay.forward.look;

import java.util.List;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.forward.rewrite.PrimaryAddress;

/**
 * The last look at a reply before it is sent. Whatever took the owner's address out of it read the
 * message in one way; mail programs read a broken one in many. So each reading goes over all of it,
 * headers and bodies alike, whatever the header says of a part. Only documents of which nobody can
 * think otherwise are left unread ({@link Documents}).
 *
 * <p>One pass over the message for each reading, and memory for a few kilobytes of it.
 */
public final class LastLook {
  private final Sought sought;

  private LastLook(Sought sought) {
    this.sought = sought;
  }

  /** At a reply of this plan. */
  public static LastLook of(DeliveryPlan.Reply plan, PrimaryAddress primary) {
    return new LastLook(Sought.of(plan, primary));
  }

  /**
   * Whether somebody could read the owner's address in it.
   *
   * @param message as it would be sent
   */
  public boolean isRevealing(byte[] message) {
    if (sought.isKnown()) {
      return false;
    }
    List<Stretch> looked = Stretch.between(Documents.in(message), message.length);
    return Reading.all().stream().anyMatch(reading -> shows(reading, message, looked));
  }

  private boolean shows(Reading reading, byte[] message, List<Stretch> looked) {
    Window window = new Window(sought);
    for (Stretch stretch : looked) {
      reading.read(message, stretch.from(), stretch.to(), window);
    }
    return window.hasShown();
  }
}
