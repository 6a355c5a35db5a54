package org.aliasrelay.forward.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Sends a raw message without ever holding it in Base64. SES v2 wants it inside JSON, and the SDK
 * would make five copies of it on the way; so the SDK gets a mark in its place, and the message is
 * encoded where the mark stands, piece by piece, while the request is signed and sent.
 */
public final class StreamedMessage implements ExecutionInterceptor {
  private static final ExecutionAttribute<byte[]> MESSAGE =
      new ExecutionAttribute<>("org.aliasrelay.message");
  private static final ExecutionAttribute<MessageBody> BODY =
      new ExecutionAttribute<>("org.aliasrelay.messageBody");

  /** No JSON string can hold it: a quotation mark inside one is escaped. */
  private static final String MARK = "\"Data\":\"\"";

  private static final SdkBytes EMPTY = SdkBytes.fromByteArrayUnsafe(new byte[0]);

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    if (!(context.request() instanceof SendEmailRequest send)
        || send.content() == null
        || send.content().raw() == null) {
      return context.request();
    }
    attributes.putAttribute(MESSAGE, send.content().raw().data().asByteArrayUnsafe());
    return send.toBuilder().content(c -> c.raw(raw -> raw.data(EMPTY))).build();
  }

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    return body(context, attributes)
        .<SdkHttpRequest>map(
            body ->
                context.httpRequest().toBuilder()
                    .putHeader("Content-Length", Long.toString(body.length()))
                    .build())
        .orElseGet(context::httpRequest);
  }

  @Override
  public Optional<RequestBody> modifyHttpContent(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    return body(context, attributes)
        .map(
            body ->
                RequestBody.fromContentProvider(
                    body, body.length(), context.requestBody().orElseThrow().contentType()))
        .or(context::requestBody);
  }

  /** The SDK says in no order which of the two it asks for first; both need it. */
  private static Optional<MessageBody> body(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    byte[] message = attributes.getAttribute(MESSAGE);
    if (message == null) {
      return Optional.empty();
    }
    MessageBody made = attributes.getAttribute(BODY);
    if (made == null) {
      made = around(message, context.requestBody().orElseThrow());
      attributes.putAttribute(BODY, made);
    }
    return Optional.of(made);
  }

  private static MessageBody around(byte[] message, RequestBody marked) {
    String json = new String(read(marked), StandardCharsets.UTF_8);
    int mark = json.indexOf(MARK);
    if (mark < 0 || json.indexOf(MARK, mark + 1) >= 0) {
      throw new IllegalStateException("the SDK writes a raw message in another way than it did");
    }
    int cut = mark + MARK.length() - 1;
    return new MessageBody(json.substring(0, cut), message, json.substring(cut));
  }

  private static byte[] read(RequestBody body) {
    try (var in = body.contentStreamProvider().newStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
