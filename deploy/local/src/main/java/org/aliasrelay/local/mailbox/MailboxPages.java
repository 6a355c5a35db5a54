package org.aliasrelay.local.mailbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aliasrelay.local.message.RawMessage;

/** The pages, as HTML. Every value from a message goes through {@link Html#escape}. */
final class MailboxPages {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** More would slow the browser down; the API has them all. */
  private static final int MAX_ROWS = 200;

  private static final int MAX_SOURCE = 512 * 1024;

  private MailboxPages() {}

  /** The three ways to look at a message. */
  enum Tab {
    MESSAGE("Message", ""),
    HEADERS("Headers", "/headers"),
    SOURCE("Source", "/source");

    private final String title;
    private final String path;

    Tab(String title, String path) {
      this.title = title;
      this.path = path;
    }

    String path() {
      return path;
    }
  }

  static String list(List<StoredMail> mails, Optional<String> to) {
    var rows = new StringBuilder();
    mails.stream().limit(MAX_ROWS).forEach(mail -> rows.append(row(mail)));
    String content =
        mails.isEmpty()
            ? "<p class=\"empty\">No mail yet. It shows up here by itself.</p>"
            : "<ol class=\"mails\">" + rows + "</ol>";
    String more =
        mails.size() > MAX_ROWS
            ? "<p class=\"note\">The newest " + MAX_ROWS + " are shown.</p>"
            : "";
    return page(
        "Mailbox",
        """
        <form class="filter" action="/" method="get" role="search">
          <label for="to">Sent to</label>
          <input id="to" name="to" type="search" value="%s" placeholder="any address" \
        autocomplete="off" spellcheck="false">
          <button>Show</button>
        </form>
        <main id="live" data-live>
          <p class="count">%s</p>
          %s%s
        </main>
        """
            .formatted(Html.escape(to.orElse("")), count(mails.size()), content, more));
  }

  private static String count(int mails) {
    return mails == 1 ? "1 message" : mails + " messages";
  }

  private static String row(StoredMail mail) {
    return """
    <li><a href="/messages/%s">
      <span class="subject">%s</span>
      <span class="from">%s</span>
      <span class="to">to %s</span>
      <span class="meta"><time datetime="%s">%s</time> · %s</span>
    </a></li>
    """
        .formatted(
            mail.id(),
            subject(mail),
            Html.escape(mail.from()),
            Html.escape(mail.to()),
            mail.receivedAt(),
            TIME.format(mail.receivedAt()),
            size(mail.size()));
  }

  static String message(StoredMail mail, byte[] content, Tab shown) {
    var tabs = new StringBuilder();
    for (Tab tab : Tab.values()) {
      tabs.append(
          "<a href=\"/messages/%s%s\"%s>%s</a>"
              .formatted(
                  mail.id(), tab.path, tab == shown ? " aria-current=\"page\"" : "", tab.title));
    }
    String body =
        switch (shown) {
          case MESSAGE -> rendered(mail, Reading.of(content));
          case HEADERS -> headers(content);
          case SOURCE -> source(mail, content);
        };
    return page(
        mail.subject().isEmpty() ? "Message" : mail.subject(),
        """
        <p class="back"><a href="/?to=%s">All mail to this address</a></p>
        <main>
          <h2>%s</h2>
          <dl class="envelope">
            <dt>From</dt><dd>%s</dd>
            <dt>Delivered to</dt><dd>%s</dd>
            <dt>Received</dt><dd><time datetime="%s">%s</time></dd>
            <dt>Size</dt><dd>%s</dd>
          </dl>
          <nav class="tabs" aria-label="Ways to look at the message">%s</nav>
          %s
        </main>
        """
            .formatted(
                URLEncoder.encode(mail.to(), StandardCharsets.UTF_8),
                subject(mail),
                Html.escape(mail.from()),
                Html.escape(mail.to()),
                mail.receivedAt(),
                TIME.format(mail.receivedAt()),
                size(mail.size()),
                tabs,
                body));
  }

  private static String rendered(StoredMail mail, Reading reading) {
    var out = new StringBuilder();
    reading
        .html()
        .ifPresent(
            html ->
                out.append(
                    "<iframe sandbox title=\"Message body\" src=\"/messages/%s/html\"></iframe>"
                        .formatted(mail.id())));
    reading
        .text()
        .ifPresent(
            text -> {
              String shown = "<pre class=\"text\">" + Html.escape(text) + "</pre>";
              out.append(
                  reading.html().isEmpty()
                      ? shown
                      : "<details><summary>Plain text</summary>" + shown + "</details>");
            });
    if (out.isEmpty() && reading.attachments().isEmpty()) {
      out.append("<p class=\"empty\">This message has no body.</p>");
    }
    return out + attachments(mail, reading.attachments());
  }

  private static String attachments(StoredMail mail, List<Reading.Attachment> attachments) {
    if (attachments.isEmpty()) {
      return "";
    }
    var items = new StringBuilder();
    for (int i = 0; i < attachments.size(); i++) {
      var attachment = attachments.get(i);
      items.append(
          "<li><a href=\"/messages/%s/attachments/%d\" download>%s</a> <span>%s · %s</span></li>"
              .formatted(
                  mail.id(),
                  i,
                  Html.escape(attachment.name()),
                  Html.escape(attachment.type()),
                  size(attachment.content().length())));
    }
    return "<h3>Attachments</h3><ul class=\"attachments\">" + items + "</ul>";
  }

  private static String headers(byte[] content) {
    var rows = new StringBuilder();
    for (var field : RawMessage.parse(content).fields()) {
      rows.append(
          "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
              .formatted(Html.escape(field.name()), Html.escape(field.value())));
    }
    return "<table class=\"headers\"><tbody>" + rows + "</tbody></table>";
  }

  private static String source(StoredMail mail, byte[] content) {
    int length = Math.min(content.length, MAX_SOURCE);
    String cut =
        length < content.length
            ? "<p class=\"note\">Only the first " + size(length) + " are shown.</p>"
            : "";
    return "<p class=\"note\"><a href=\"/api/messages/%s/raw\" download=\"%s.eml\">Download</a></p>%s<pre class=\"source\">%s</pre>"
        .formatted(
            mail.id(),
            mail.id(),
            cut,
            Html.escape(new String(content, 0, length, StandardCharsets.UTF_8)));
  }

  private static String subject(StoredMail mail) {
    return mail.subject().isEmpty() ? "<i>no subject</i>" : Html.escape(mail.subject());
  }

  private static String size(long octets) {
    if (octets < 1024) {
      return octets + " B";
    }
    return octets < 1024 * 1024
        ? "%.1f KB".formatted(octets / 1024.0)
        : "%.1f MB".formatted(octets / (1024.0 * 1024));
  }

  private static String page(String title, String content) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>%s</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/mailbox.css">
      <script src="/mailbox.js" defer></script>
    </head>
    <body>
      <header><h1><a href="/">Mailbox</a></h1><p>every mailbox outside the relay</p></header>
      %s
    </body>
    </html>
    """
        .formatted(Html.escape(title), content);
  }
}
