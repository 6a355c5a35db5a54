package org.aliasrelay.local.mailbox;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.aliasrelay.local.message.DecodedText;
import org.aliasrelay.local.message.RawMessage;

/** All mail that was ever delivered to anybody, until it is deleted. Survives restarts. */
public final class Mailbox {
  private static final int MAX_TEXT = 500;

  private final MailFiles files;
  private final Clock clock;
  private final ConcurrentSkipListMap<String, StoredMail> index = new ConcurrentSkipListMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong serial = new AtomicLong();

  /** Told of changes after they are on disk. */
  interface Listener {
    void added(StoredMail mail, byte[] content);

    void deleted(StoredMail mail);
  }

  public Mailbox(Path folder, Clock clock) throws IOException {
    this.files = new MailFiles(folder);
    this.clock = clock;
    files.readAll().forEach(mail -> index.put(mail.id(), mail));
  }

  void listen(Listener listener) {
    listeners.add(listener);
  }

  /** Keeps a copy for one recipient; returns when it is on disk. */
  public void deliver(String recipient, byte[] content) throws IOException {
    var message = RawMessage.parse(content);
    var now = clock.instant();
    var mail =
        new StoredMail(
            "%012x-%05x".formatted(now.toEpochMilli(), serial.getAndIncrement() & 0xfffff),
            recipient,
            shortened(message.first("From")),
            shortened(message.first("Subject")),
            now,
            content.length);
    files.write(mail, content);
    index.put(mail.id(), mail);
    listeners.forEach(listener -> listener.added(mail, content));
  }

  private static String shortened(Optional<String> field) {
    String text = DecodedText.of(field.orElse(""));
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  /** Newest first; of one recipient where one is given, letter case aside. */
  List<StoredMail> list(Optional<String> to) {
    return index.descendingMap().values().stream()
        .filter(mail -> to.isEmpty() || isFor(mail, to.get()))
        .toList();
  }

  private static boolean isFor(StoredMail mail, String address) {
    return mail.to().toLowerCase(Locale.ROOT).equals(address.toLowerCase(Locale.ROOT));
  }

  Optional<StoredMail> find(String id) {
    return Optional.ofNullable(index.get(id));
  }

  /** The bytes as delivered, or nothing where the message is gone. */
  Optional<byte[]> content(StoredMail mail) throws IOException {
    try {
      return Optional.of(files.read(mail.id()));
    } catch (NoSuchFileException deletedMeanwhile) {
      return Optional.empty();
    }
  }

  void delete(StoredMail mail) throws IOException {
    if (index.remove(mail.id()) != null) {
      files.delete(mail.id());
      listeners.forEach(listener -> listener.deleted(mail));
    }
  }
}
