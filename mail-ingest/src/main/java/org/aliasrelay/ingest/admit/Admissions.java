package org.aliasrelay.ingest.admit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.ingest.admit.Admission.Dropped;
import org.aliasrelay.ingest.contract.Verdicts;
import org.aliasrelay.ingest.read.MailConfig;
import org.aliasrelay.ingest.read.ReceivedMail;

/** Decides about a mail for each of its recipients. */
@Singleton
public final class Admissions {
  /** Questions to alias-api at the same time, for one mail. */
  private static final int AT_ONCE = 8;

  private final Routes routes;
  private final String domain;

  /** Admits to this installation's domain; nobody at another is ours to ask about. */
  public Admissions(Routes routes, MailConfig config) {
    this.routes = routes;
    // In ASCII, as addresses have it; one that is none must not make all mail nobody's.
    this.domain = EmailAddress.of("postmaster@" + config.domain()).domain();
  }

  /** One admission for each recipient, in the same order at every call. */
  public List<Admission> of(ReceivedMail mail) {
    Stream<Admission> readable =
        mail.recipients().stream()
            .gather(Gatherers.mapConcurrent(AT_ONCE, recipient -> of(mail, recipient)));
    Stream<Admission> unreadable =
        IntStream.range(0, mail.unreadableRecipients()).mapToObj(i -> unknown());
    return Stream.concat(readable, unreadable).toList();
  }

  private Admission of(ReceivedMail mail, EmailAddress recipient) {
    if (!recipient.domain().equalsIgnoreCase(domain)) {
      return unknown();
    }
    Verdicts verdicts = mail.verdicts();
    var request =
        new RouteRequest(
            mail.id().value(),
            recipient,
            mail.envelopeSender(),
            AdmissionPolicy.isRefused(verdicts),
            AdmissionPolicy.isSuspect(verdicts),
            verdicts.authenticated());
    return AdmissionPolicy.decide(routes.find(request), verdicts);
  }

  private static Admission unknown() {
    return new Dropped(DropReason.UNKNOWN_RECIPIENT, null);
  }
}
