package org.aliasrelay.ingest.read;

import java.util.List;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.ingest.contract.MailId;
import org.aliasrelay.ingest.contract.VaultKey;
import org.aliasrelay.ingest.contract.Verdicts;
import org.jspecify.annotations.Nullable;

/**
 * A mail that SES took for us.
 *
 * @param envelopeSender null for the null sender {@code <>}, and for one that is no address we
 *     could ever know
 * @param recipients the envelope recipients, each once, in SES's order
 * @param unreadableRecipients how many more there were that are no addresses we could have given
 *     out
 */
public record ReceivedMail(
    MailId id,
    VaultKey vaultKey,
    @Nullable EmailAddress envelopeSender,
    List<EmailAddress> recipients,
    int unreadableRecipients,
    Verdicts verdicts) {
  /** Copies the list. */
  public ReceivedMail {
    recipients = List.copyOf(recipients);
  }
}
