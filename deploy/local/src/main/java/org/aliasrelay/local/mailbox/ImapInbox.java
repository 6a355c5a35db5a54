package org.aliasrelay.local.mailbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest mail of one address, as GreenMail holds it. */
final class ImapInbox {
  private static final Logger LOG = LoggerFactory.getLogger(ImapInbox.class);

  /** All of an inbox is in the heap, so there is an end to it. */
  static final int MAX_MESSAGES = 500;

  private static final Session SESSION = Session.getInstance(new Properties());

  private final String login;
  private final MailFolder folder;
  private final Map<String, Long> uids = new LinkedHashMap<>();
  private boolean filled;

  ImapInbox(String login, MailFolder folder) {
    this.login = login;
    this.folder = folder;
  }

  /** Loads what is in the mailbox, the first time. */
  synchronized void fill(Mailbox mailbox) {
    if (filled) {
      return;
    }
    filled = true;
    List<StoredMail> newest =
        mailbox.list(Optional.of(login)).stream().limit(MAX_MESSAGES).toList().reversed();
    for (StoredMail mail : newest) {
      try {
        mailbox.content(mail).ifPresent(content -> add(mail, content));
      } catch (IOException e) {
        LOG.warn("mail {} is unreadable: {}", mail.id(), e.getClass().getName());
      }
    }
  }

  synchronized void add(StoredMail mail, byte[] content) {
    if (uids.containsKey(mail.id())) {
      return;
    }
    try {
      var message = new MimeMessage(SESSION, new ByteArrayInputStream(content));
      uids.put(mail.id(), folder.appendMessage(message, new Flags(), Date.from(mail.receivedAt())));
    } catch (MessagingException e) {
      LOG.warn("mail {} is not for IMAP: {}", mail.id(), e.getClass().getName());
    }
    if (uids.size() > MAX_MESSAGES) {
      remove(uids.keySet().iterator().next());
    }
  }

  synchronized void remove(StoredMail mail) {
    remove(mail.id());
  }

  private void remove(String id) {
    Long uid = uids.remove(id);
    if (uid == null) {
      return;
    }
    try {
      folder.setFlags(new Flags(Flags.Flag.DELETED), true, uid, null, false);
      folder.expunge();
    } catch (FolderException alreadyExpunged) {
      LOG.debug("mail {} was gone already", id);
    }
  }
}
