package org.aliasrelay.local.ses;

import java.io.IOException;
import java.util.List;
import org.aliasrelay.local.door.Door;
import org.aliasrelay.local.door.Envelope;
import org.aliasrelay.local.door.Reception;
import org.aliasrelay.local.mailbox.Mailbox;

/** Mail for the relay domain comes back in; the mailbox plays everybody else. */
final class LocalProviders implements Providers {
  private static final String SENDING_HOST = "a8-50.smtp-out.amazonses.com";

  private final Door door;
  private final Mailbox mailbox;

  LocalProviders(Door door, Mailbox mailbox) {
    this.door = door;
    this.mailbox = mailbox;
  }

  @Override
  public void deliver(String returnPath, Address recipient, byte[] content) throws IOException {
    if (!door.serves(recipient.value())) {
      mailbox.deliver(recipient.value(), content);
      return;
    }
    var envelope = new Envelope(returnPath, List.of(recipient.value()), SENDING_HOST, "127.0.0.1");
    switch (door.receive(envelope, content)) {
      case Reception.Accepted accepted -> {}
      case Reception.Refused refused -> {}
      case Reception.Deferred() -> throw new IOException("the door is shut");
    }
  }
}
