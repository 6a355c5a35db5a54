package org.aliasrelay.alias.deliveries;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.aliasrelay.alias.accounts.Account;
import org.aliasrelay.alias.accounts.Accounts;
import org.aliasrelay.alias.aliases.Alias;
import org.aliasrelay.alias.aliases.Aliases;
import org.aliasrelay.alias.contacts.Contacts;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.RefusalReason;
import org.aliasrelay.alias.routes.RouteTarget;
import org.aliasrelay.alias.routes.RouteTokens;

/** Answers {@link DeliveryRequest}s. */
@ApplicationScoped
class Deliveries {
  private final RouteTokens tokens;
  private final Aliases aliases;
  private final Accounts accounts;
  private final Contacts contacts;
  private final ForwardPlans forwardPlans;
  private final ReplyPlans replyPlans;

  Deliveries(
      RouteTokens tokens,
      Aliases aliases,
      Accounts accounts,
      Contacts contacts,
      ForwardPlans forwardPlans,
      ReplyPlans replyPlans) {
    this.tokens = tokens;
    this.aliases = aliases;
    this.accounts = accounts;
    this.contacts = contacts;
    this.forwardPlans = forwardPlans;
    this.replyPlans = replyPlans;
  }

  /** The plan; nothing if the token was not issued for this mail. */
  Optional<DeliveryPlan> plan(DeliveryRequest request) {
    return tokens.open(request.mailId(), request.token()).map(target -> plan(request, target));
  }

  private DeliveryPlan plan(DeliveryRequest request, RouteTarget target) {
    Optional<Alias> alias = aliases.byId(target.alias());
    Optional<Account> owner = alias.flatMap(found -> accounts.find(found.account()));
    if (alias.isEmpty() || owner.isEmpty()) {
      return new DeliveryPlan.Refused(RefusalReason.ALIAS_GONE);
    }
    return switch (target) {
      case RouteTarget.Owner _ -> forwardPlans.plan(request, alias.get(), owner.get());
      case RouteTarget.Correspondent to ->
          replyPlans.plan(
              request,
              alias.get(),
              owner.get(),
              contacts.byId(owner.get().id(), to.contact()),
              to.nullSender());
      // Nobody asks for one: a notice is no mail that came in.
      case RouteTarget.Notice _ -> new DeliveryPlan.Refused(RefusalReason.ALIAS_GONE);
      case RouteTarget.FormerCorrespondent _ ->
          replyPlans.plan(request, alias.get(), owner.get(), Optional.empty(), false);
    };
  }
}
