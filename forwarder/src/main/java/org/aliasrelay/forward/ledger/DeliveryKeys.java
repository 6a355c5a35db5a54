package org.aliasrelay.forward.ledger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aliasrelay.forward.LedgerConfig;
import org.aliasrelay.ingest.contract.MailId;

/** Makes delivery keys. Without the secret, a row cannot be matched to a mail or a recipient. */
@Singleton
public class DeliveryKeys {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_SECRET = 32;

  private final SecretKeySpec secret;

  @Inject
  DeliveryKeys(LedgerConfig config) {
    this(Base64.getDecoder().decode(config.key()));
  }

  /**
   * @throws IllegalArgumentException if the secret has fewer than 32 bytes
   */
  public DeliveryKeys(byte[] secret) {
    if (secret.length < SHORTEST_SECRET) {
      throw new IllegalArgumentException("relay.ledger.key must hold at least 32 bytes");
    }
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** The key of a mail for the recipient behind a route token. */
  public DeliveryKey of(MailId mailId, String routeToken) {
    return of(mailId.value(), routeToken);
  }

  /** The key of a notice. No mail has an id like that. */
  public DeliveryKey ofNotice(String noticeId) {
    return of("notice\n", noticeId);
  }

  private DeliveryKey of(String first, String second) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update(first.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) '\n');
      byte[] hash = mac.doFinal(second.getBytes(StandardCharsets.UTF_8));
      return new DeliveryKey(HexFormat.of().formatHex(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }
}
