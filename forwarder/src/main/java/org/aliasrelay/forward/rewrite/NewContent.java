package org.aliasrelay.forward.rewrite;

/**
 * What a header says of a body that was made anew.
 *
 * @param type Content-Type in place of every Content-* field there was; empty if those stay
 * @param encoding Content-Transfer-Encoding; empty if it stays, or the type says it all
 */
public record NewContent(String type, String encoding) {
  /** For a body as it was. */
  public static final NewContent NONE = new NewContent("", "");

  static NewContent encoded(String encoding) {
    return new NewContent("", encoding);
  }
}
