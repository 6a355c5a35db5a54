package org.aliasrelay.alias.contract;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /internal/routes}: may mail for this recipient come in?
 *
 * @param mailId the mail, as SES names it; the token in the answer is bound to it
 * @param recipient one envelope recipient (RFC 5321, section 3.3), never a header's
 * @param envelopeSender the reverse-path, or null for the null sender {@code <>} (section 4.5.5)
 * @param refused whether nobody gets it, whatever the answer; it is asked about so that the owner
 *     sees it counted, and takes no share of anybody's
 * @param suspect whether it is mail that {@link SuspectMail} is about
 * @param authenticated whether it is proven who wrote it; a reply stays out without, and takes no
 *     share
 */
public record RouteRequest(
    String mailId,
    EmailAddress recipient,
    @Nullable EmailAddress envelopeSender,
    boolean refused,
    boolean suspect,
    boolean authenticated) {}
