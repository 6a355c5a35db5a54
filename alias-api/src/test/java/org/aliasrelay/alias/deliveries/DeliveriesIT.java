package org.aliasrelay.alias.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.RefusalReason;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntegrationTest
class DeliveriesIT {
  private static final String SENDER = "shop@sender.test";
  private static final String MAIL = "mail-1";
  private static final String ANSWER = "mail-2";

  @Inject People people;
  @Inject InternalApi internal;

  private String primary = "";
  private String alias = "";
  private NewAlias created = new NewAlias(0, "");
  private RouteToken token = new RouteToken("none");

  private RequestSpecification owner() {
    return People.with(people.keyOf(primary, People.ALL_SCOPES));
  }

  @BeforeEach
  void anAlias() {
    primary = People.someAddress();
    created = NewAlias.of(owner());
    alias = created.address();
    token = ((Route.Forward) internal.route(MAIL, alias, Optional.of(SENDER))).token();
  }

  @Test
  void forwardsToThePrimaryAddressOfTheOwner() {
    DeliveryPlan.Forward plan = forward(List.of(SENDER), List.of(), List.of());

    assertThat(plan.destination().value()).isEqualTo(primary);
    assertThat(plan.alias().value()).isEqualTo(alias);
    assertThat(plan.reverseOf(EmailAddress.of(SENDER)).orElseThrow().value())
        .matches("[a-z2-7]{32}@relay\\.test");
  }

  @Test
  void givesEachCorrespondentOneReverseAlias() {
    DeliveryPlan.Forward plan =
        forward(
            List.of(SENDER, "SHOP@sender.test"),
            List.of("answers@sender.test"),
            List.of("friend@other.test", SENDER));

    assertThat(plan.reverseAliases().stream().map(entry -> entry.contact().canonical()))
        .containsExactlyInAnyOrder(SENDER, "answers@sender.test", "friend@other.test");
    assertThat(new HashSet<>(reverseOf(plan))).hasSize(3);
  }

  @Test
  void givesTheSameReverseAliasNextTime() {
    List<EmailAddress> first = reverseOf(forward(List.of(SENDER), List.of(), List.of()));

    assertThat(reverseOf(forward(List.of("Shop@Sender.test"), List.of(), List.of())))
        .isEqualTo(first);
  }

  @Test
  void givesAnotherAliasAnotherReverseAlias() {
    List<EmailAddress> first = reverseOf(forward(List.of(SENDER), List.of(), List.of()));
    anAlias();

    assertThat(reverseOf(forward(List.of(SENDER), List.of(), List.of()))).isNotEqualTo(first);
  }

  @Test
  void givesAllWhoAskAtOnceTheSameReverseAliases() throws Exception {
    List<String> others = IntStream.range(0, 30).mapToObj(i -> "p" + i + "@other.test").toList();
    Callable<Set<ReverseAlias>> ask =
        () -> Set.copyOf(forward(List.of(SENDER), List.of(), others).reverseAliases());
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Future<Set<ReverseAlias>>> answers = new ArrayList<>();
      IntStream.range(0, 8).forEach(i -> answers.add(pool.submit(ask)));

      Set<Set<ReverseAlias>> different = new HashSet<>();
      for (Future<Set<ReverseAlias>> answer : answers) {
        different.add(answer.get());
      }
      assertThat(different).hasSize(1);
      assertThat(different.iterator().next()).hasSize(31);
    }
  }

  @Test
  void sendsTheOwnerNoCopyOfTheOwnersAnswerToAll() {
    EmailAddress known = reverseOf(forward(List.of(SENDER), List.of(), List.of())).getFirst();
    List<EmailAddress> others = List.of(known, EmailAddress.of(alias));
    List<EmailAddress> from = addresses(List.of(primary));

    assertThat(
            internal.plan(
                new DeliveryRequest(
                    MAIL, token, from, List.of(), others, true, false, false, false)))
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.OWN_REPLY));
    assertThat(
            internal.plan(
                new DeliveryRequest(
                    MAIL, token, from, List.of(), others, false, false, false, false)))
        .as("nothing proves that the owner wrote it")
        .isInstanceOf(DeliveryPlan.Forward.class);
    assertThat(internal.planOf(MAIL, token, primary))
        .as("the owner tries the alias out")
        .isInstanceOf(DeliveryPlan.Forward.class);
  }

  @Test
  void leavesOwnReverseAliasesAsTheyAre() {
    EmailAddress known = reverseOf(forward(List.of(SENDER), List.of(), List.of())).getFirst();

    DeliveryPlan.Forward plan = forward(List.of(SENDER), List.of(), List.of(known.value()));

    assertThat(plan.reverseOf(known)).contains(known);
  }

  @Test
  void givesTheOwnerNoReverseAlias() {
    DeliveryPlan.Forward plan =
        forward(List.of(SENDER), List.of(), List.of(primary, alias.replace("@", "+x@")));

    assertThat(plan.reverseAliases()).hasSize(1);
  }

  @Test
  void makesNoContactsOfTheOwnersOwnAddresses() {
    String another = NewAlias.of(owner()).address();
    String sub = another.replace("@", "+shop@");

    DeliveryPlan.Forward named = forward(List.of(SENDER), List.of(another), List.of(sub));
    DeliveryPlan.Forward written = forward(List.of(primary), List.of(primary), List.of(another));

    assertThat(named.reverseAliases().stream().map(ReverseAlias::contact))
        .containsExactly(EmailAddress.of(SENDER));
    assertThat(written.reverseAliases()).isEmpty();
  }

  @Test
  void givesOtherPeoplesAliasesAReverseAlias() {
    String friend = NewAlias.of(people.somebody()).address();

    assertThat(forward(List.of(friend), List.of(), List.of()).reverseAliases()).hasSize(1);
  }

  @Test
  void ignoresReplyToBeyondTheBound() {
    List<String> replyTo = IntStream.range(0, 9).mapToObj(i -> "r" + i + "@sender.test").toList();

    assertThat(forward(List.of(SENDER), replyTo, List.of()).reverseAliases())
        .hasSize(1 + DeliveryRequest.MAX_REPLY_TO);
  }

  @Test
  void refusesWhenTheAliasWasTurnedOff() {
    created.disable(owner());

    assertThat(internal.planOf(MAIL, token, SENDER))
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.ALIAS_DISABLED));
  }

  @Test
  void refusesWhenTheAliasWasDeleted() {
    created.delete(owner());

    assertThat(internal.planOf(MAIL, token, SENDER))
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.ALIAS_GONE));
  }

  @Test
  void refusesATokenOfAnotherMail() {
    internal
        .service()
        .body(
            Map.of(
                "mailId", "another",
                "token", token.value(),
                "from", List.of(SENDER),
                "replyTo", List.of(),
                "others", List.of(),
                "authenticated", true))
        .post("/internal/deliveries")
        .then()
        .statusCode(400)
        .body("error_code", equalTo("invalid_token"));
  }

  @Test
  void sendsAReplyFromTheAliasToTheContact() {
    DeliveryPlan.Forward first = forward(List.of(SENDER), List.of(), List.of("friend@other.test"));
    EmailAddress friend = first.reverseOf(EmailAddress.of("friend@other.test")).orElseThrow();

    DeliveryPlan.Reply plan =
        (DeliveryPlan.Reply) reply(List.of(primary), List.of(friend.value(), "x@other.test"), true);

    assertThat(plan.destination().value()).isEqualTo(SENDER);
    assertThat(plan.alias().value()).isEqualTo(alias);
    assertThat(plan.primary().value()).isEqualTo(primary);
    assertThat(plan.contactOf(friend)).contains(EmailAddress.of("friend@other.test"));
    assertThat(plan.reverseAliases()).hasSize(2);
  }

  /** The owner quotes a mail, and its From and Cc with it, and answers to its Reply-To alone. */
  @Test
  void knowsEveryReverseAliasThatAReplyMayQuote() {
    List<String> others = IntStream.range(0, 30).mapToObj(i -> "p" + i + "@other.test").toList();
    DeliveryPlan.Forward first = forward(List.of("noreply@sender.test"), List.of(SENDER), others);

    DeliveryPlan.Reply plan =
        (DeliveryPlan.Reply) reply(List.of(primary), List.of("x@other.test"), true);

    assertThat(plan.reverseAliases()).hasSize(32).containsAll(first.reverseAliases());
  }

  @Test
  void knowsThoseThatAReplyNamesHoweverManyAreNewer() {
    DeliveryPlan.Forward first = forward(List.of(SENDER), List.of(), List.of("friend@other.test"));
    EmailAddress friend = first.reverseOf(EmailAddress.of("friend@other.test")).orElseThrow();
    for (int i = 0; i < 6; i++) {
      String list = "-" + i + "@list.test";
      forward(
          List.of(SENDER),
          List.of(),
          IntStream.range(0, DeliveryRequest.MAX_OTHERS).mapToObj(p -> "p" + p + list).toList());
    }

    DeliveryPlan.Reply plan =
        (DeliveryPlan.Reply) reply(List.of(primary), List.of(friend.value()), true);

    assertThat(plan.contactOf(friend)).contains(EmailAddress.of("friend@other.test"));
    assertThat(plan.reverseAliases().getFirst().contact()).isEqualTo(plan.destination());
  }

  @Test
  void refusesAReplyFromAnybodyButTheOwner() {
    for (List<String> from :
        List.of(List.of(SENDER), List.of(primary, SENDER), List.<String>of())) {
      assertThat(reply(from, List.of(), true))
          .isEqualTo(new DeliveryPlan.Refused(RefusalReason.NOT_FROM_PRIMARY));
    }
  }

  @Test
  void refusesAReplyThatNothingProves() {
    assertThat(reply(List.of(primary), List.of(), false))
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.NOT_AUTHENTICATED));
  }

  @Test
  void saysThatTheContactOfAReplyIsGone() {
    String reverse = reverseOf(forward(List.of(SENDER), List.of(), List.of())).getFirst().value();
    Route.Reply before = (Route.Reply) internal.route("mail-8", reverse, Optional.of(primary));
    String contacts = path() + "contacts/";
    Object contact = owner().get(contacts).then().extract().path("[0].id");
    owner().delete(contacts + contact + "/").then().statusCode(204);
    Route.Reply after = (Route.Reply) internal.route("mail-9", reverse, Optional.of(primary));
    var gone = new DeliveryPlan.Refused(RefusalReason.CONTACT_GONE);

    assertThat(internal.planOf("mail-8", before.token(), primary)).isEqualTo(gone);
    assertThat(internal.planOf("mail-9", after.token(), primary)).isEqualTo(gone);
    assertThat(internal.planOf("mail-9", after.token(), SENDER))
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.NOT_FROM_PRIMARY));
  }

  @Test
  void keepsListMailOutWhereItIsNotWanted() {
    owner().body(Map.of("block_list_emails", true)).patch(path()).then().statusCode(200);

    assertThat(internal.plan(listMail(true)))
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.LIST_MAIL));
    assertThat(internal.plan(listMail(false))).isInstanceOf(DeliveryPlan.Forward.class);
  }

  @Test
  void letsListMailInWhereNobodyMinds() {
    assertThat(internal.plan(listMail(true))).isInstanceOf(DeliveryPlan.Forward.class);
  }

  private DeliveryRequest listMail(boolean list) {
    return new DeliveryRequest(
        MAIL, token, addresses(List.of(SENDER)), List.of(), List.of(), true, list, false, false);
  }

  @Test
  void keepsABlockedContactOut() {
    Object contact =
        owner()
            .body(Map.of("address", SENDER))
            .post(path() + "contacts/")
            .then()
            .extract()
            .path("id");
    owner().body(Map.of("blocked", true)).patch(path() + "contacts/" + contact + "/");

    assertThat(internal.planOf(MAIL, token, "Shop@SENDER.test"))
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.CONTACT_BLOCKED));
    assertThat(internal.planOf(MAIL, token, "other@sender.test"))
        .isInstanceOf(DeliveryPlan.Forward.class);
  }

  @Test
  void letsOnlyListedSendersInWhereThereIsAList() {
    owner().body(List.of("sender.test")).put(path() + "allowed_senders/").then().statusCode(200);

    assertThat(internal.planOf(MAIL, token, "any@mail.sender.test"))
        .isInstanceOf(DeliveryPlan.Forward.class);
    assertThat(internal.planOf(MAIL, token, "any@other.test"))
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.SENDER_NOT_ALLOWED));
    assertThat(
            internal.plan(
                new DeliveryRequest(
                    MAIL,
                    token,
                    addresses(List.of(SENDER, "any@other.test")),
                    List.of(),
                    List.of(),
                    true,
                    false,
                    false,
                    false)))
        .as("all authors must be on it")
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.SENDER_NOT_ALLOWED));
  }

  @Test
  void letsNoForgedListedSenderIn() {
    owner().body(List.of(SENDER)).put(path() + "allowed_senders/").then().statusCode(200);
    List<EmailAddress> from = addresses(List.of(SENDER));

    assertThat(
            internal.plan(
                new DeliveryRequest(
                    MAIL, token, from, List.of(), List.of(), false, false, false, false)))
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.SENDER_NOT_ALLOWED));
    assertThat(internal.planOf(MAIL, token, SENDER)).isInstanceOf(DeliveryPlan.Forward.class);
  }

  @Test
  void answersAContactAutomaticallyOnceADay() {
    Optional<String> owner = Optional.of(primary);
    assertThat(automaticReply("away-1", owner)).isInstanceOf(DeliveryPlan.Reply.class);
    assertThat(automaticReply("away-1", owner))
        .as("the same mail, asked again")
        .isInstanceOf(DeliveryPlan.Reply.class);
    assertThat(automaticReply("away-2", owner))
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.TOO_MANY_AUTOMATIC_REPLIES));
    assertThat(automaticReply("away-3", Optional.empty()))
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.TOO_MANY_AUTOMATIC_REPLIES));
    assertThat(reply(List.of(primary), List.of(), true)).isInstanceOf(DeliveryPlan.Reply.class);
  }

  @Test
  void sendsAnAbsenceNoteWithTheNullSender() {
    assertThat(automaticReply("away-1", Optional.empty()))
        .isInstanceOfSatisfying(
            DeliveryPlan.Reply.class,
            plan -> assertThat(plan.destination().value()).isEqualTo(SENDER));
  }

  /** Programs for tickets mark what people write with them so. */
  @Test
  void bulkMailOfTheOwnerIsNoAbsenceNote() {
    Optional<String> owner = Optional.of(primary);
    assertThat(bulk("bulk-1", owner)).isInstanceOf(DeliveryPlan.Reply.class);
    assertThat(bulk("bulk-2", owner)).isInstanceOf(DeliveryPlan.Reply.class);
  }

  /** Each answers a mail that asked for it. */
  @Test
  void receiptsAreNoAbsenceNotes() {
    Optional<String> owner = Optional.of(primary);
    assertThat(receipt("read-1", Optional.empty())).isInstanceOf(DeliveryPlan.Reply.class);
    assertThat(receipt("read-2", owner)).isInstanceOf(DeliveryPlan.Reply.class);
    assertThat(automaticReply("away-1", owner)).isInstanceOf(DeliveryPlan.Reply.class);
    assertThat(receipt("read-3", owner)).isInstanceOf(DeliveryPlan.Reply.class);
  }

  private DeliveryPlan automaticReply(String mail, Optional<String> envelope) {
    return plan(mail, envelope, false, true, false);
  }

  private DeliveryPlan bulk(String mail, Optional<String> envelope) {
    return plan(mail, envelope, true, false, false);
  }

  private DeliveryPlan receipt(String mail, Optional<String> envelope) {
    return plan(mail, envelope, false, true, true);
  }

  private DeliveryPlan plan(
      String mail, Optional<String> envelope, boolean list, boolean automatic, boolean receipt) {
    EmailAddress reverse = reverseOf(forward(List.of(SENDER), List.of(), List.of())).getFirst();
    Route.Reply route = (Route.Reply) internal.route(mail, reverse.value(), envelope);
    return internal.plan(
        new DeliveryRequest(
            mail,
            route.token(),
            addresses(List.of(primary)),
            List.of(),
            List.of(),
            true,
            list,
            automatic,
            receipt));
  }

  private String path() {
    return "/api/v1/relayaddresses/" + created.id() + "/";
  }

  private DeliveryPlan reply(List<String> from, List<String> others, boolean authenticated) {
    String reverse =
        forward(List.of(SENDER), List.of(), List.of())
            .reverseOf(EmailAddress.of(SENDER))
            .orElseThrow()
            .value();
    Route.Reply route = (Route.Reply) internal.route(ANSWER, reverse, Optional.of(primary));
    return internal.plan(
        new DeliveryRequest(
            ANSWER,
            route.token(),
            addresses(from),
            List.of(),
            addresses(others),
            authenticated,
            false,
            false,
            false));
  }

  private DeliveryPlan.Forward forward(
      List<String> from, List<String> replyTo, List<String> others) {
    return (DeliveryPlan.Forward)
        internal.plan(
            new DeliveryRequest(
                MAIL,
                token,
                addresses(from),
                addresses(replyTo),
                addresses(others),
                true,
                false,
                false,
                false));
  }

  private static List<EmailAddress> addresses(List<String> texts) {
    return texts.stream().map(EmailAddress::of).toList();
  }

  private static List<EmailAddress> reverseOf(DeliveryPlan.Forward plan) {
    return plan.reverseAliases().stream().map(ReverseAlias::reverse).toList();
  }
}
