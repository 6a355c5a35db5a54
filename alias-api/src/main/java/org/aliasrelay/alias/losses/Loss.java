package org.aliasrelay.alias.losses;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/**
 * How many mails of an alias went no further for one reason.
 *
 * @param reason a {@link org.aliasrelay.alias.contract.LossReason} in lower case
 * @param lastAt when the last one did not
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Loss(String reason, long count, Instant lastAt) {}
