package org.aliasrelay.ingest.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.ingest.admit.Admission.Admitted;
import org.aliasrelay.ingest.admit.Admission.Dropped;
import org.aliasrelay.ingest.read.Notification.Received;
import org.aliasrelay.ingest.read.Notifications;
import org.aliasrelay.ingest.read.OurMail;
import org.aliasrelay.ingest.read.ReceivedMail;
import org.aliasrelay.ingest.read.SesNotifications;
import org.junit.jupiter.api.Test;

class AdmissionsTest {
  private static final Admission UNKNOWN = new Dropped(DropReason.UNKNOWN_RECIPIENT, null);

  private final InMemoryRoutes routes = new InMemoryRoutes();
  private final Admissions admissions = new Admissions(routes, new OurMail());

  @Test
  void asksOnceForEachRecipient() {
    admissions.of(mail("a@relay.test", "b@relay.test", "A@relay.test"));

    assertThat(routes.asked())
        .extracting(RouteRequest::recipient)
        .containsExactlyInAnyOrder(
            EmailAddress.of("a@relay.test"), EmailAddress.of("b@relay.test"));
  }

  @Test
  void tellsAliasApiWhoSentIt() {
    ReceivedMail mail = mail("a@relay.test");

    admissions.of(mail);

    assertThat(routes.asked())
        .containsExactly(
            new RouteRequest(
                mail.id().value(),
                EmailAddress.of("a@relay.test"),
                mail.envelopeSender(),
                false,
                false,
                mail.verdicts().authenticated()));
  }

  @Test
  void dropsWhatIsNotOursWithoutAsking() {
    assertThat(admissions.of(mail("a@other.example", "a@relay.test.evil.example", "no address")))
        .containsExactly(UNKNOWN, UNKNOWN, UNKNOWN);
    assertThat(routes.asked()).isEmpty();
  }

  @Test
  void knowsItsDomainInItsOwnLetters() {
    var ours = new OurMail("bucket", Optional.empty(), "B\u00fccher.example");

    new Admissions(routes, ours).of(mail("a@xn--bcher-kva.example"));

    assertThat(routes.asked()).hasSize(1);
  }

  @Test
  void keepsTheOrderOfTheRecipients() {
    String[] recipients =
        IntStream.range(0, 50).mapToObj(i -> "a" + i + "@relay.test").toArray(String[]::new);
    for (String recipient : recipients) {
      routes.put(recipient, Route.Forward.atOnce(tokenOf(recipient)));
    }

    assertThat(admissions.of(mail(recipients)))
        .isEqualTo(
            IntStream.range(0, 50)
                .mapToObj(i -> new Admitted(tokenOf("a" + i + "@relay.test"), 0, false))
                .toList());
  }

  private static RouteToken tokenOf(String recipient) {
    return new RouteToken(recipient.substring(0, recipient.indexOf('@')));
  }

  private static ReceivedMail mail(String... recipients) {
    String json = Notifications.received().withRecipients(recipients).json();
    return ((Received) new SesNotifications(new OurMail()).read(json)).mail();
  }
}
