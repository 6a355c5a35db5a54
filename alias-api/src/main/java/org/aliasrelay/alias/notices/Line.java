package org.aliasrelay.alias.notices;

import java.time.Instant;
import org.aliasrelay.alias.aliases.AliasId;

/** What an owner is told of one alias: how often something happened, and when last. */
record Line(AliasId alias, NoticeReason reason, long count, Instant lastAt) {}
