package org.aliasrelay.forward.send;

/**
 * What SES repeats in every event about a send, so that its consequences find their way without any
 * address.
 *
 * @param mail SES's id of the mail that came in; empty for a notice
 * @param route the route token of its recipient; empty for a notice
 */
public record Reference(String mail, String route) {
  /** Of a notice, whose bounces have no consequence for an alias. */
  public static final Reference NONE = new Reference("", "");
}
