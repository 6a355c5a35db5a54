package org.aliasrelay.alias.contract;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /internal/routes}: may mail for this recipient come in?
 *
 * @param mailId the mail, as SES names it; the token in the answer is bound to it
 * @param recipient one envelope recipient (RFC 5321, section 3.3), never a header's
 * @param envelopeSender the reverse-path, or null for the null sender {@code <>} (section 4.5.5)
 */
public record RouteRequest(
    String mailId, EmailAddress recipient, @Nullable EmailAddress envelopeSender) {}
