package org.aliasrelay.forward.send;

/**
 * What SES repeats in every event about a send, so that its consequences find their way without any
 * address.
 *
 * @param mail SES's id of the mail that came in, or what stands for a notice
 * @param route the route token of its recipient, or of the notice
 */
public record Reference(String mail, String route) {
  /** Of a notice that has no token. */
  public static final Reference NONE = new Reference("", "");
}
