package org.aliasrelay.alias.aliases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.aliasrelay.alias.http.InvalidRequest;
import org.aliasrelay.alias.http.Members;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants an alias to be. What is empty stays as it is. Over-long labels are cut: a
 * password manager that sends a long page title wants its address all the same.
 */
record AliasChange(
    Optional<Boolean> enabled,
    Optional<Boolean> blockListEmails,
    Optional<String> description,
    Optional<String> generatedFor,
    Optional<String> usedOn) {
  static final int MAX_DESCRIPTION = 64;
  static final int MAX_GENERATED_FOR = 255;
  static final int MAX_USED_ON = 2000;

  /**
   * Reads the members that can be written, and ignores all others.
   *
   * @throws InvalidRequest if one has the wrong type
   */
  static AliasChange of(@Nullable JsonNode body) {
    Members members = Members.of(body);
    return new AliasChange(
        members.flag("enabled"),
        members.flag("block_list_emails"),
        members.text("description", MAX_DESCRIPTION),
        members.text("generated_for", MAX_GENERATED_FOR),
        members.text("used_on", MAX_USED_ON));
  }
}
