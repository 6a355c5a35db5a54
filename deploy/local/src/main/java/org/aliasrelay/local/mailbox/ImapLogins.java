package org.aliasrelay.local.mailbox;

import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fills an inbox when somebody logs in to it, so that the heap holds only mail that somebody reads
 * by IMAP.
 */
final class ImapLogins extends UserManager implements Mailbox.Listener {
  private final Mailbox mailbox;
  private final Map<String, ImapInbox> inboxes = new ConcurrentHashMap<>();

  @SuppressWarnings("this-escape") // The mailbox calls back only once mail arrives.
  ImapLogins(Mailbox mailbox) {
    super(new ImapHostManagerImpl());
    this.mailbox = mailbox;
    mailbox.listen(this);
  }

  @Override
  public boolean test(String login, String password) {
    inboxes.computeIfAbsent(key(login), this::open).fill(mailbox);
    return true;
  }

  private ImapInbox open(String login) {
    try {
      var user = createUser(login, login, "");
      return new ImapInbox(login, getImapHostManager().getInbox(user));
    } catch (UserException | FolderException e) {
      throw new IllegalStateException("cannot open an inbox", e);
    }
  }

  @Override
  public void added(StoredMail mail, byte[] content) {
    inboxOf(mail).ifPresent(inbox -> inbox.add(mail, content));
  }

  @Override
  public void deleted(StoredMail mail) {
    inboxOf(mail).ifPresent(inbox -> inbox.remove(mail));
  }

  private Optional<ImapInbox> inboxOf(StoredMail mail) {
    return Optional.ofNullable(inboxes.get(key(mail.to())));
  }

  private static String key(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }
}
