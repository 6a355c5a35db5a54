package org.aliasrelay.local.mailbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The mailbox as JSON, for scripts and tests. */
final class MailboxApi {
  private final Mailbox mailbox;

  MailboxApi(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  void mount(Paths paths) {
    paths.serve(
        "/api/messages",
        Map.of(HttpMethod.GET, this::list, HttpMethod.DELETE, this::deleteMatching));
    paths.serve(
        "/api/messages/:id", Map.of(HttpMethod.GET, this::show, HttpMethod.DELETE, this::delete));
    paths.serve("/api/messages/:id/raw", Map.of(HttpMethod.GET, this::raw));
  }

  private void list(RoutingContext context) {
    var array = new JsonArray();
    mailbox.list(wanted(context)).forEach(mail -> array.add(mail.json()));
    Answers.json(context, array.encode());
  }

  private void show(RoutingContext context) {
    find(context)
        .ifPresentOrElse(
            mail -> Answers.json(context, mail.json().encode()), () -> context.fail(404));
  }

  private void raw(RoutingContext context) {
    find(context)
        .flatMap(this::content)
        .ifPresentOrElse(
            content -> Answers.bytes(context, 200, "message/rfc822", Buffer.buffer(content)),
            () -> context.fail(404));
  }

  private void deleteMatching(RoutingContext context) {
    mailbox.list(wanted(context)).forEach(this::delete);
    context.response().setStatusCode(204).end();
  }

  private void delete(RoutingContext context) {
    find(context)
        .ifPresentOrElse(
            mail -> {
              delete(mail);
              context.response().setStatusCode(204).end();
            },
            () -> context.fail(404));
  }

  private Optional<StoredMail> find(RoutingContext context) {
    return Optional.ofNullable(context.pathParam("id")).flatMap(mailbox::find);
  }

  private void delete(StoredMail mail) {
    try {
      mailbox.delete(mail);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<byte[]> content(StoredMail mail) {
    try {
      return mailbox.content(mail);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A parameter that is there but empty asks for nobody in particular: the page's form sends it.
   */
  static Optional<String> wanted(RoutingContext context) {
    return context.queryParam("to").stream()
        .findFirst()
        .map(String::strip)
        .filter(to -> !to.isEmpty());
  }
}
