package org.aliasrelay.alias.aliases;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The query parameters by which clients of Firefox Relay filter a list. It works on opened aliases,
 * since the database cannot look into what is sealed; unknown parameters are ignored.
 */
final class AliasFilter implements Predicate<RelayAddressJson> {
  private static final Map<String, BiPredicate<RelayAddressJson, String>> TESTS =
      Map.of(
          "enabled", (alias, text) -> isFlag(text, alias.enabled()),
          "block_list_emails", (alias, text) -> isFlag(text, alias.blockListEmails()),
          "description", (alias, text) -> alias.description().equals(text),
          "generated_for", (alias, text) -> alias.generatedFor().equals(text),
          "address", (alias, text) -> alias.address().equals(text),
          "domain", (alias, text) -> Integer.toString(alias.domain()).equals(text),
          "id", (alias, text) -> Long.toString(alias.id()).equals(text),
          "used_on",
              (alias, text) -> Optional.ofNullable(alias.usedOn()).orElse("").contains(text));

  private final MultivaluedMap<String, String> query;

  AliasFilter(MultivaluedMap<String, String> query) {
    this.query = query;
  }

  @Override
  public boolean test(RelayAddressJson alias) {
    return TESTS.entrySet().stream()
        .allMatch(
            entry -> {
              String wanted = query.getFirst(entry.getKey());
              return wanted == null || wanted.isEmpty() || entry.getValue().test(alias, wanted);
            });
  }

  private static boolean isFlag(String text, boolean value) {
    boolean wanted = text.equalsIgnoreCase("true") || text.equals("1");
    return wanted == value;
  }
}
