package org.aliasrelay.local.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.IdentityInfo;
import software.amazon.awssdk.services.sesv2.model.IdentityType;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SuppressedDestinationSummary;
import software.amazon.awssdk.services.sesv2.model.SuppressionListReason;
import software.amazon.awssdk.services.sesv2.model.VerificationStatus;

/** What SES knows of the account, asked with the SDK. */
class AccountApisIT {
  private final Vertx vertx = Vertx.vertx();
  private final SettableClock clock = new SettableClock();
  private SesV2Client ses;

  @BeforeEach
  void start() {
    var router = Router.router(vertx);
    new SuppressionApi(new SuppressionList(), clock).mount(router);
    new IdentityApi("relay.test").mount(router);
    int port =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
    ses =
        SesV2Client.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + port))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
  }

  @AfterEach
  void stop() {
    ses.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void suppressionKeepsItsReason() {
    suppress("Ada@b.test", SuppressionListReason.COMPLAINT);

    var found = ses.getSuppressedDestination(r -> r.emailAddress("ada@b.test"));

    assertThat(found.suppressedDestination().reason()).isEqualTo(SuppressionListReason.COMPLAINT);
    assertThat(found.suppressedDestination().lastUpdateTime()).isEqualTo(clock.instant());
  }

  @Test
  void refusesAReasonThatSesDoesNotKnow() {
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(
            () -> ses.putSuppressedDestination(r -> r.emailAddress("a@b.test").reason("SPITE")));
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> ses.putSuppressedDestination(r -> r.emailAddress("a@b.test")));
    assertThat(ses.listSuppressedDestinations(r -> {}).suppressedDestinationSummaries()).isEmpty();
  }

  @Test
  void listsSuppressionsPageByPage() {
    suppress("a@b.test", SuppressionListReason.BOUNCE);
    suppress("b@b.test", SuppressionListReason.COMPLAINT);
    suppress("c@b.test", SuppressionListReason.BOUNCE);

    var pages = ses.listSuppressedDestinationsPaginator(r -> r.pageSize(2)).stream().toList();

    assertThat(pages).hasSize(2);
    assertThat(pages.stream().flatMap(page -> page.suppressedDestinationSummaries().stream()))
        .extracting(SuppressedDestinationSummary::emailAddress)
        .containsExactly("a@b.test", "b@b.test", "c@b.test");
  }

  @Test
  void listsSuppressionsOfAReasonAndATime() {
    suppress("bounced@b.test", SuppressionListReason.BOUNCE);
    suppress("complained@b.test", SuppressionListReason.COMPLAINT);
    Instant later = clock.instant().plus(Duration.ofHours(1));

    assertThat(
            ses.listSuppressedDestinations(r -> r.reasons(SuppressionListReason.COMPLAINT))
                .suppressedDestinationSummaries())
        .extracting(SuppressedDestinationSummary::emailAddress)
        .containsExactly("complained@b.test");
    assertThat(
            ses.listSuppressedDestinations(r -> r.startDate(later))
                .suppressedDestinationSummaries())
        .isEmpty();
    assertThat(
            ses.listSuppressedDestinations(r -> r.endDate(later)).suppressedDestinationSummaries())
        .hasSize(2);
  }

  @Test
  void forgetsASuppression() {
    suppress("a@b.test", SuppressionListReason.BOUNCE);

    ses.deleteSuppressedDestination(r -> r.emailAddress("A@b.test"));

    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> ses.deleteSuppressedDestination(r -> r.emailAddress("a@b.test")));
  }

  @Test
  void relayDomainIsTheOneVerifiedIdentity() {
    assertThat(ses.listEmailIdentities(r -> {}).emailIdentities())
        .extracting(IdentityInfo::identityName)
        .containsExactly("relay.test");

    var identity = ses.getEmailIdentity(r -> r.emailIdentity("relay.test"));

    assertThat(identity.identityType()).isEqualTo(IdentityType.DOMAIN);
    assertThat(identity.verifiedForSendingStatus()).isTrue();
    assertThat(identity.verificationStatus()).isEqualTo(VerificationStatus.SUCCESS);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> ses.getEmailIdentity(r -> r.emailIdentity("other.test")));
  }

  private void suppress(String address, SuppressionListReason reason) {
    ses.putSuppressedDestination(r -> r.emailAddress(address).reason(reason));
  }
}
