package org.aliasrelay.alias.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.aliases.Aliases;
import org.aliasrelay.alias.bounces.Mailboxes;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who asks holds no connection while waiting for another: else as many as there are connections,
 * asking at once, wait for each other.
 */
@IntegrationTest
class OneConnectionIT {
  private static final String SENDER = "shop@sender.test";

  @Inject People people;
  @Inject InternalApi internal;
  @Inject Aliases aliases;
  @Inject Mailboxes mailboxes;
  @Inject AgroalDataSource connections;

  private final List<Connection> taken = new ArrayList<>();
  private NewAlias alias = new NewAlias(0, "");
  private NewAlias other = new NewAlias(0, "");

  @BeforeEach
  void anOwnerWhoseMailboxWasInTroubleAndOneConnectionLeft() throws SQLException {
    RequestSpecification me = people.somebody();
    alias = NewAlias.of(me);
    other = NewAlias.of(me);
    AccountId owner =
        QuarkusTransaction.requiringNew()
            .call(() -> aliases.ownerOf(new AliasId(alias.id())).orElseThrow());
    mailboxes.tired(owner, Fingerprint.of(new byte[32]));
    int all = connections.getConfiguration().connectionPoolConfiguration().maxSize();
    for (int i = 1; i < all; i++) {
      taken.add(connections.getConnection());
    }
  }

  @AfterEach
  void giveBack() throws SQLException {
    for (Connection connection : taken) {
      connection.close();
    }
  }

  @Test
  void aRouteIsFoundWithOneConnection() {
    assertThat(internal.route("mail-1", alias.address(), Optional.of(SENDER)))
        .isInstanceOf(Route.Forward.class);
  }

  @Test
  void aPlanForMailThatNamesAnotherAliasIsMadeWithOneConnection() {
    var route = (Route.Forward) internal.route("mail-1", alias.address(), Optional.of(SENDER));
    var request =
        new DeliveryRequest(
            "mail-1",
            route.token(),
            List.of(EmailAddress.of(SENDER)),
            List.of(),
            List.of(EmailAddress.of(other.address())),
            true,
            false,
            false,
            false);

    assertThat(internal.plan(request)).isInstanceOf(DeliveryPlan.Forward.class);
  }
}
