package org.aliasrelay.ingest.contract;

/**
 * SES's verdicts on a received mail, and whether they prove the author's domain.
 *
 * @param spam content looks like spam
 * @param virus an attachment carries a virus
 * @param spf RFC 7208, on the envelope sender's domain
 * @param dkim RFC 6376, any valid signature, aligned or not
 * @param dmarc RFC 9989, on the From domain
 * @param policy what the From domain asks for when DMARC fails
 * @param authenticated DMARC passed, or the domain publishes none and SPF passed for an envelope
 *     sender in the From domain
 */
public record Verdicts(
    Verdict spam,
    Verdict virus,
    Verdict spf,
    Verdict dkim,
    Verdict dmarc,
    DmarcPolicy policy,
    boolean authenticated) {}
