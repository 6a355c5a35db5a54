package org.aliasrelay.alias.shares;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.buckets.Bucket;
import org.aliasrelay.alias.buckets.Buckets;
import org.aliasrelay.alias.contacts.ContactId;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.sealing.AccountId;

/**
 * Says when it is a mail's turn, so that whoever floods an alias stops neither the owner's other
 * aliases nor other owners. A token stands for one mail and one recipient.
 */
@ApplicationScoped
public class FairShares {
  private final Clock clock;
  private final Buckets<AliasId> aliases;
  private final Buckets<AccountId> owners;
  private final Buckets<AliasId> promptAliases;
  private final Buckets<AccountId> promptOwners;
  private final Buckets<AccountId> replies;
  private final Buckets<ContactId> answers;
  private final Cache<RouteToken, Turn.At> given;

  FairShares(SharesConfig config, Clock clock) {
    if (config.longestWait().toSeconds() > Route.Forward.MAX_WAIT_SECONDS) {
      throw new IllegalArgumentException("relay.shares.longest-wait is more than a day");
    }
    this.clock = clock;
    this.aliases =
        buckets(config, new Bucket(config.aliasBurst(), config.aliasEvery()), config.longestWait());
    this.owners =
        buckets(config, new Bucket(config.ownerBurst(), config.ownerEvery()), config.longestWait());
    this.promptAliases =
        buckets(config, new Bucket(config.promptBurst(), config.promptEvery()), Duration.ZERO);
    this.promptOwners =
        buckets(
            config,
            new Bucket(config.ownerPromptBurst(), config.ownerPromptEvery()),
            Duration.ZERO);
    Bucket reply = new Bucket(config.replyBurst(), config.replyEvery());
    this.replies = buckets(config, reply, Duration.ZERO);
    this.answers = buckets(config, reply, Duration.ZERO);
    this.given =
        Caffeine.newBuilder()
            .expireAfterWrite(config.remember())
            .maximumSize(config.atMost())
            .build();
  }

  private static <K> Buckets<K> buckets(SharesConfig config, Bucket bucket, Duration longestWait) {
    return new Buckets<>(bucket, longestWait, config.atMost());
  }

  /** The turn of a mail to an alias. */
  public Turn ofMail(AliasId alias, AccountId owner, RouteToken token) {
    return remembered(token, mailTurn(alias, owner));
  }

  /** The turn of a reply: now, or none. */
  public Turn ofReply(AccountId owner, RouteToken token) {
    return remembered(token, () -> atOnce(replies, owner));
  }

  /** The turn of what may be a program's answer to a contact: now, or none. */
  public Turn ofAnswer(ContactId contact, RouteToken token) {
    return remembered(token, () -> atOnce(answers, contact));
  }

  private <K> Optional<Turn.At> atOnce(Buckets<K> buckets, K whose) {
    return buckets.take(whose, clock.instant()).map(moment -> new Turn.At(moment, false));
  }

  private Draw mailTurn(AliasId alias, AccountId owner) {
    return () -> {
      Instant now = clock.instant();
      Optional<Instant> own = aliases.take(alias, now);
      // A mail that waits for its alias takes nothing of the owner's, so that the rest has it all.
      Optional<Instant> turn = own.filter(now::equals).isPresent() ? owners.take(owner, now) : own;
      return turn.map(
          moment -> new Turn.At(moment, moment.isAfter(now) || yields(alias, owner, now)));
    };
  }

  /** A mail that yields for its alias takes nothing of the owner's, either. */
  private boolean yields(AliasId alias, AccountId owner, Instant now) {
    return promptAliases.take(alias, now).isEmpty() || promptOwners.take(owner, now).isEmpty();
  }

  private Turn remembered(RouteToken token, Draw draw) {
    Turn.At known = given.getIfPresent(token);
    if (known != null) {
      return known;
    }
    Optional<Turn.At> drawn = draw.next();
    drawn.ifPresent(turn -> given.put(token, turn));
    return drawn.<Turn>map(turn -> turn).orElseGet(Turn.Flooded::new);
  }

  private interface Draw {
    Optional<Turn.At> next();
  }
}
