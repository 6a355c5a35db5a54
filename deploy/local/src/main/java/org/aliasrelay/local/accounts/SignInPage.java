package org.aliasrelay.local.accounts;

import io.vertx.core.MultiMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a person for an address, and for nothing else. */
final class SignInPage {

  /** What the client sent, carried through the form to the answer. */
  static final List<String> CARRIED =
      List.of(
          "response_type",
          "client_id",
          "redirect_uri",
          "scope",
          "state",
          "nonce",
          "code_challenge",
          "code_challenge_method");

  private SignInPage() {}

  static String html(MultiMap request) {
    var hidden = new StringBuilder();
    for (String name : CARRIED) {
      String value = request.get(name);
      if (value != null) {
        hidden
            .append("<input type=\"hidden\" name=\"")
            .append(name)
            .append("\" value=\"")
            .append(escape(value))
            .append("\">\n");
      }
    }
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Sign in (local accounts)</title>
    <style>
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 24rem; margin: 4rem auto; padding: 0 1rem }
    input[type=email], button { font: inherit; width: 100%%; padding: .5rem; box-sizing: border-box; margin: .5rem 0 }
    </style>
    <main>
    <h1>Sign in</h1>
    <p>This page stands in for Firefox Accounts on this machine. Any address will do; there is no password.</p>
    <form method="post">
    %s<label for="email">E-mail address</label>
    <input id="email" type="email" name="username" value="%s" required autofocus autocomplete="email">
    <button>Continue</button>
    </form>
    </main>
    </html>
    """
        .formatted(hidden, escape(request.get("login_hint")));
  }

  private static String escape(@Nullable String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
  }
}
