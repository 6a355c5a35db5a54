package org.aliasrelay.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change on the wire is a visible diff of the golden file. */
class AcceptedMailWireTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final AcceptedMail MAIL =
      new AcceptedMail(
          AcceptedMail.VERSION,
          new MailId("o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1"),
          new VaultKey("mail/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1"),
          "AZ_first-token",
          List.of("AZ_first-token", "AZ_second-token"),
          new Verdicts(
              Verdict.PASS,
              Verdict.DISABLED,
              Verdict.PASS,
              Verdict.GRAY,
              Verdict.FAIL,
              DmarcPolicy.QUARANTINE,
              false),
          4_102_444_800L);

  @Test
  void readsTheGoldenFile() throws IOException {
    assertThat(JSON.treeToValue(golden(), AcceptedMail.class)).isEqualTo(MAIL);
  }

  @Test
  void writesTheGoldenFile() throws IOException {
    assertThat(JSON.<JsonNode>valueToTree(MAIL)).isEqualTo(golden());
  }

  @Test
  void ignoresUnknownFields() throws IOException {
    JsonNode later = ((ObjectNode) golden()).put("addedLater", true);

    assertThat(JSON.treeToValue(later, AcceptedMail.class)).isEqualTo(MAIL);
  }

  @Test
  void refusesAVaultKeyThatClimbs() {
    assertThatThrownBy(
            () ->
                JSON.treeToValue(
                    ((ObjectNode) golden()).put("vaultKey", "mail/../other"), AcceptedMail.class))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mailOfTheOldestVersionWasLetIn() throws IOException {
    AcceptedMail old = JSON.treeToValue(golden(AcceptedMail.OLDEST_VERSION), AcceptedMail.class);

    assertThat(old.dropped()).isFalse();
    assertThat(old.siblings()).isEqualTo(MAIL.siblings());
  }

  @Test
  void lossOfMailThatAnOlderVersionDroppedWasTold() throws IOException {
    JsonNode dropped = ((ObjectNode) golden(2)).put("dropped", true);

    assertThat(JSON.treeToValue(dropped, AcceptedMail.class).loss()).isEmpty();
  }

  @Test
  void whatWasLetInIsNotLost() {
    assertThatThrownBy(
            () -> JSON.treeToValue(((ObjectNode) golden()).put("loss", "SPAM"), AcceptedMail.class))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  private static JsonNode golden() throws IOException {
    return golden(AcceptedMail.VERSION);
  }

  private static JsonNode golden(int version) throws IOException {
    String name = "/golden/accepted-mail.v%d.json".formatted(version);
    try (InputStream file = AcceptedMailWireTest.class.getResourceAsStream(name)) {
      return JSON.readTree(file);
    }
  }
}
