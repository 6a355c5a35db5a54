package org.aliasrelay.bench.rewrite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.BodyWishes;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.aliasrelay.bench.corpus.Letters;
import org.aliasrelay.forward.rewrite.BodyRepair;
import org.aliasrelay.forward.rewrite.ForwardRewrite;
import org.aliasrelay.forward.rewrite.Head;
import org.aliasrelay.forward.rewrite.HeaderReader;
import org.aliasrelay.forward.rewrite.HeaderTooLargeException;
import org.aliasrelay.forward.rewrite.Passages;
import org.aliasrelay.forward.rewrite.People;
import org.aliasrelay.forward.rewrite.Splice;
import org.aliasrelay.ingest.contract.DmarcPolicy;
import org.aliasrelay.ingest.contract.Verdict;
import org.aliasrelay.ingest.contract.Verdicts;

/**
 * A received message and the plan for it, which alias-api gives in a running relay. What is
 * measured are the forwarder's own steps from the stored bytes to those that are sent.
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
record Rewriting(byte[] message, DeliveryPlan.Forward plan) {
  private static final EmailAddress PRIMARY = EmailAddress.of("ada@mailbox.test");
  private static final EmailAddress ALIAS = EmailAddress.of(Letters.ALIAS);
  private static final Passages PASSAGES = new Passages(new byte[32]);
  private static final int LONGEST_REVERSE = 50;
  private static final Verdicts PASSED =
      new Verdicts(
          Verdict.PASS,
          Verdict.PASS,
          Verdict.PASS,
          Verdict.PASS,
          Verdict.PASS,
          DmarcPolicy.ABSENT,
          true);

  /** With a reverse alias for everyone it names. */
  static Rewriting of(byte[] message) throws IOException, HeaderTooLargeException {
    People people = People.in(HeaderReader.read(new ByteArrayInputStream(message)));
    List<ReverseAlias> reverses =
        Stream.of(people.fromAddresses(), people.replyToAddresses(), people.otherAddresses())
            .flatMap(List::stream)
            .distinct()
            .filter(address -> !address.equals(ALIAS))
            .map(address -> new ReverseAlias(address, reverse(address)))
            .toList();
    return new Rewriting(
        message,
        new DeliveryPlan.Forward(PRIMARY, ALIAS, reverses, BodyWishes.NONE, "lane", false));
  }

  private static EmailAddress reverse(EmailAddress contact) {
    String local = contact.canonical().replaceAll("[^a-z0-9]+", "-");
    return EmailAddress.of(
        "to-" + local.substring(0, Math.min(LONGEST_REVERSE, local.length())) + "@relay.test");
  }

  /** The message as it is sent to the owner. */
  byte[] rewritten() throws IOException, HeaderTooLargeException {
    ByteArrayInputStream in = new ByteArrayInputStream(message);
    Head head = HeaderReader.read(in, message.length);
    People people = People.in(head);
    ForwardRewrite rewrite = new ForwardRewrite(head, people, PASSAGES);
    byte[] header = rewrite.header(plan, PASSED);
    byte[] whole = Splice.withBody(header, head, in, message.length);
    return BodyRepair.isNeeded(whole, header.length)
        ? repaired(head, rewrite, header, whole)
        : whole;
  }

  private byte[] repaired(Head head, ForwardRewrite rewrite, byte[] header, byte[] whole) {
    BodyRepair repair = BodyRepair.of(head, Arrays.copyOfRange(whole, header.length, whole.length));
    return Splice.join(rewrite.header(plan, PASSED, repair.content()), repair.body());
  }
}
