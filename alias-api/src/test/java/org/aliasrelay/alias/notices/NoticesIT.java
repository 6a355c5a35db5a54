package org.aliasrelay.alias.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.aliases.Aliases;
import org.aliasrelay.alias.bounces.Mailboxes;
import org.aliasrelay.alias.bounces.PauseCause;
import org.aliasrelay.alias.contract.NoticePlan;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time passes by moving what is due into the past: nobody waits for a minute here. */
@IntegrationTest
class NoticesIT {
  @Inject People people;
  @Inject InternalApi internal;
  @Inject Aliases aliases;
  @Inject Mailboxes mailboxes;
  @Inject Noticing noticing;
  @Inject Digests digests;
  @Inject NoticesSchedule schedule;
  @Inject AgroalDataSource database;
  @Inject EntityManager entities;

  private String primary = "";
  private String key = "";
  private NewAlias alias = new NewAlias(0, "");
  private AccountId owner = AccountId.random();

  @BeforeEach
  void anAlias() {
    primary = People.someAddress();
    key = people.keyOf(primary, People.ALL_SCOPES);
    alias = NewAlias.of(me());
    owner = ownerOf(alias);
  }

  private RequestSpecification me() {
    return People.with(key);
  }

  private AccountId ownerOf(NewAlias whose) {
    return QuarkusTransaction.requiringNew()
        .call(() -> aliases.ownerOf(new AliasId(whose.id())).orElseThrow());
  }

  @Test
  void gathersWhatHappenedIntoOneNotice() {
    note(NoticeReason.TOO_LARGE);
    note(NoticeReason.TOO_LARGE);
    note(NoticeReason.NOT_AUTHENTICATED);
    assertThat(gathered()).as("nothing is due yet").isEmpty();
    due();

    NoticePlan.Tell notice = (NoticePlan.Tell) planOf(gathered().getFirst());

    assertThat(notice.destination().value()).isEqualTo(primary);
    assertThat(notice.language()).isEqualTo("en");
    assertThat(notice.text())
        .contains(alias.address() + ": 2 times", alias.address() + ": once")
        .doesNotContain(primary);
    assertThat(gathered()).as("told once").hasSize(1);
  }

  @Test
  void tellsNoMoreThanOneAnHour() {
    note(NoticeReason.TOO_LARGE);
    due();
    assertThat(gathered()).hasSize(1);

    note(NoticeReason.TOO_LARGE);
    assertThat(secondsToNext()).isBetween(3500L, 3600L);
    due();

    assertThat(gathered()).hasSize(2);
  }

  @Test
  void anAnnouncedNoticeIsNotAnnouncedAgain() {
    note(NoticeReason.LOOP);
    due();
    List<UUID> made = gathered();
    assertThat(digests.unpublished()).containsAll(made);

    digests.published(made);

    assertThat(digests.unpublished()).doesNotContainAnyElementsOf(made);
  }

  /** It goes away while a statement runs, or at the commit. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "create trigger hang_up after update on alias.notice_schedule",
        "create constraint trigger hang_up after update on alias.notice_schedule"
            + " deferrable initially deferred"
      })
  void waitsWhileTheDatabaseIsAway(String trigger) throws SQLException {
    note(NoticeReason.LOOP);
    due();
    run(
        """
        create function alias.hang_up() returns trigger language plpgsql as
        $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$
        """);
    run(trigger + " for each row execute function alias.hang_up()");
    try {
      assertThatNoException().isThrownBy(schedule::look);
    } finally {
      run("drop function alias.hang_up() cascade");
    }

    assertThat(gathered()).hasSize(1);
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void waitsWhileTheMailboxRefusesMail() {
    note(NoticeReason.LOOP);
    mailboxes.refused(owner, Fingerprint.of(new byte[] {1}), PauseCause.REFUSED);
    isToldOnlyOnceTheMailboxIsReplaced();
  }

  @Test
  void waitsWhileTheMailboxRests() {
    note(NoticeReason.LOOP);
    mailboxes.tired(owner, Fingerprint.of(new byte[] {1}));
    isToldOnlyOnceTheMailboxIsReplaced();
  }

  private void isToldOnlyOnceTheMailboxIsReplaced() {
    due();

    assertThat(gathered()).isEmpty();
    mailboxes.replaced(owner);
    due();
    assertThat(gathered()).hasSize(1);
  }

  @Test
  void whatTheMailboxRefusedIsToldAgainWithWhatHappenedSince() {
    note(NoticeReason.LOOP);
    note(NoticeReason.TOO_LARGE);
    due();
    UUID refused = gathered().getFirst();
    note(NoticeReason.LOOP);

    again(refused);

    assertThat(planOf(refused)).isEqualTo(new NoticePlan.Withdrawn());
    due();
    List<UUID> made = gathered();
    assertThat(made).hasSize(2);
    NoticePlan.Tell notice = (NoticePlan.Tell) planOf(made.get(1 - made.indexOf(refused)));
    assertThat(notice.text()).contains(alias.address() + ": 2 times", alias.address() + ": once");
  }

  @Test
  void nothingIsToldAgainOfANoticeThatIsGone() {
    note(NoticeReason.LOOP);
    again(UUID.randomUUID());
    due();
    assertThat(gathered()).hasSize(1);
  }

  private void again(UUID notice) {
    QuarkusTransaction.requiringNew()
        .run(() -> noticing.ownerOf(notice).ifPresent(told -> noticing.tellAgain(notice, told)));
  }

  @Test
  void isNotForgottenBeforeItIsTold() {
    note(NoticeReason.MAILBOX_REFUSED);
    aged("update notice_line set last_at = now() - interval '30 days' where account_id = :account");

    digests.prune();
    due();
    UUID notice = gathered().getFirst();
    digests.prune();

    assertThat(planOf(notice)).isInstanceOf(NoticePlan.Tell.class);
  }

  @Test
  void isForgottenLongAfterItWasTold() {
    note(NoticeReason.LOOP);
    due();
    UUID notice = gathered().getFirst();
    aged(
        "update notice_digest set created_at = now() - interval '30 days' where account_id ="
            + " :account");

    digests.prune();

    assertThat(planOf(notice)).isEqualTo(new NoticePlan.Withdrawn());
  }

  @Test
  void isWithdrawnWithTheAliasItIsAbout() {
    note(NoticeReason.LOOP);
    due();
    UUID notice = gathered().getFirst();

    alias.delete(me());

    assertThat(planOf(notice)).isEqualTo(new NoticePlan.Withdrawn());
    assertThat(planOf(UUID.randomUUID())).isEqualTo(new NoticePlan.Withdrawn());
  }

  @Test
  void refusesAnIdThatIsNone() {
    internal
        .service()
        .body(Map.of("noticeId", "x"))
        .post("/internal/notices")
        .then()
        .statusCode(400);
  }

  private NoticePlan planOf(UUID notice) {
    return internal
        .service()
        .body(Map.of("noticeId", notice.toString()))
        .post("/internal/notices")
        .then()
        .statusCode(200)
        .extract()
        .as(NoticePlan.class);
  }

  private void note(NoticeReason reason) {
    QuarkusTransaction.requiringNew()
        .run(() -> noticing.note(owner, new AliasId(alias.id()), reason));
  }

  private void due() {
    aged("update notice_schedule set due_at = now() where account_id = :account");
  }

  private void aged(String update) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(update)
                    .setParameter("account", owner.value())
                    .executeUpdate());
  }

  private long secondsToNext() {
    return single(
            "select extract(epoch from due_at - now())::bigint from notice_schedule where"
                + " account_id = :account",
            Long.class)
        .orElseThrow();
  }

  /** Gathers, and names all digests of this owner. */
  private List<UUID> gathered() {
    boolean more = true;
    while (more) {
      more = digests.gather();
    }
    return all("select id from notice_digest where account_id = :account", UUID.class);
  }

  private <T> Optional<T> single(String query, Class<T> type) {
    return all(query, type).stream().findFirst();
  }

  private <T> List<T> all(String query, Class<T> type) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .unwrap(Session.class)
                    .createNativeQuery(query, type)
                    .setParameter("account", owner.value())
                    .getResultList());
  }
}
