package org.aliasrelay.local.mailbox;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.aliasrelay.local.mailbox.MailboxPages.Tab;

/** The mailbox as pages. */
final class MailboxViews {
  /** Mail runs no script, loads nothing, and has an origin of its own. */
  private static final String MAIL_POLICY =
      "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";

  private final Mailbox mailbox;

  MailboxViews(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  void mount(Paths paths) {
    paths.serve("/", Map.of(HttpMethod.GET, this::list));
    for (Tab tab : Tab.values()) {
      paths.serve(
          "/messages/:id" + tab.path(),
          Map.of(
              HttpMethod.GET,
              opened(
                  (context, mail, content) ->
                      Answers.html(context, MailboxPages.message(mail, content, tab)))));
    }
    paths.serve("/messages/:id/html", Map.of(HttpMethod.GET, opened(MailboxViews::html)));
    paths.serve(
        "/messages/:id/attachments/:number",
        Map.of(HttpMethod.GET, opened(MailboxViews::attachment)));
  }

  /** Answers with one message, which is there. */
  private interface View {
    void show(RoutingContext context, StoredMail mail, byte[] content);
  }

  private void list(RoutingContext context) {
    var to = MailboxApi.wanted(context);
    Answers.html(context, MailboxPages.list(mailbox.list(to), to));
  }

  private static void html(RoutingContext context, StoredMail mail, byte[] content) {
    Reading.of(content)
        .html()
        .ifPresentOrElse(
            html -> {
              context.response().putHeader("Content-Security-Policy", MAIL_POLICY);
              Answers.html(context, html);
            },
            () -> context.fail(404));
  }

  private static void attachment(RoutingContext context, StoredMail mail, byte[] content) {
    var attachments = Reading.of(content).attachments();
    String number = context.pathParam("number");
    int index =
        number != null && number.matches("\\d{1,4}")
            ? Integer.parseInt(number)
            : attachments.size();
    if (index >= attachments.size()) {
      context.fail(404);
      return;
    }
    // Named by us: the sender's name for it is only ever shown, never put in a header.
    context
        .response()
        .putHeader("Content-Disposition", "attachment; filename=\"attachment-" + index + "\"")
        .putHeader("Content-Security-Policy", MAIL_POLICY);
    Answers.bytes(context, 200, "application/octet-stream", attachments.get(index).content());
  }

  private Handler<RoutingContext> opened(View view) {
    return context ->
        Optional.ofNullable(context.pathParam("id"))
            .flatMap(mailbox::find)
            .ifPresentOrElse(mail -> open(context, mail, view), () -> context.fail(404));
  }

  private void open(RoutingContext context, StoredMail mail, View view) {
    content(mail)
        .ifPresentOrElse(content -> view.show(context, mail, content), () -> context.fail(404));
  }

  private Optional<byte[]> content(StoredMail mail) {
    try {
      return mailbox.content(mail);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
