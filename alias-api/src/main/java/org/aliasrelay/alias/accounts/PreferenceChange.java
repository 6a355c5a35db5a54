package org.aliasrelay.alias.accounts;

import java.util.Optional;
import org.aliasrelay.alias.contract.SuspectMail;

/** Which preferences change. What is empty stays as it is. */
public record PreferenceChange(
    Optional<SuspectMail> suspectMail,
    Optional<Boolean> banner,
    Optional<Boolean> removeTrackers,
    Optional<Boolean> metricsEnabled) {}
