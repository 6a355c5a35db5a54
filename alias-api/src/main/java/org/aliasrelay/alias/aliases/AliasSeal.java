package org.aliasrelay.alias.aliases;

import static org.aliasrelay.alias.sealing.SealedColumn.ALIAS_ADDRESS;
import static org.aliasrelay.alias.sealing.SealedColumn.ALIAS_DESCRIPTION;
import static org.aliasrelay.alias.sealing.SealedColumn.ALIAS_GENERATED_FOR;
import static org.aliasrelay.alias.sealing.SealedColumn.ALIAS_USED_ON;

import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.AccountSeal;
import org.aliasrelay.alias.sealing.SealedColumn;
import org.jspecify.annotations.Nullable;

/** Seals and opens the columns of the aliases of one account. */
final class AliasSeal {
  private final AccountSeal seal;

  AliasSeal(AccountSeal seal) {
    this.seal = seal;
  }

  void address(AliasRow row, EmailAddress address) {
    row.addressSealed = seal.seal(ALIAS_ADDRESS, row.id, address.value());
  }

  void labels(AliasRow row, AliasChange change) {
    change
        .description()
        .ifPresent(
            text -> row.descriptionSealed = seal.sealOptional(ALIAS_DESCRIPTION, row.id, text));
    change
        .generatedFor()
        .ifPresent(
            text -> row.generatedForSealed = seal.sealOptional(ALIAS_GENERATED_FOR, row.id, text));
    change
        .usedOn()
        .ifPresent(text -> row.usedOnSealed = seal.sealOptional(ALIAS_USED_ON, row.id, text));
  }

  Alias open(AliasRow row) {
    return new Alias(
        new AliasId(row.id),
        row.uuid,
        new AccountId(row.accountId),
        EmailAddress.of(seal.open(ALIAS_ADDRESS, row.id, row.addressSealed)),
        new AliasLabels(
            label(ALIAS_DESCRIPTION, row, row.descriptionSealed),
            label(ALIAS_GENERATED_FOR, row, row.generatedForSealed),
            label(ALIAS_USED_ON, row, row.usedOnSealed)),
        row.enabled,
        row.blockListEmails,
        row.sendersLimited,
        row.disabledBecause,
        row.createdAt,
        row.lastModifiedAt,
        row.lastUsedAt,
        new AliasCounts(
            row.numForwarded, row.numBlocked, row.numReplied, row.numSpam, row.numTrackers));
  }

  private String label(SealedColumn column, AliasRow row, byte @Nullable [] sealed) {
    String text = seal.openOptional(column, row.id, sealed);
    return text == null ? "" : text;
  }
}
