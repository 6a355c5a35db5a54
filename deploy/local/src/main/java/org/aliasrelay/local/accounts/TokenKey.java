package org.aliasrelay.local.accounts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Signs tokens (RFC 7519, RS256) with a key that lives as long as this process. */
final class TokenKey {

  private static final int BITS = 2_048;
  private static final Pattern DOT = Pattern.compile("\\.");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair pair;
  private final String id = UUID.randomUUID().toString();

  private TokenKey(KeyPair pair) {
    this.pair = pair;
  }

  static TokenKey generate() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return new TokenKey(generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The public half, as a JWK set (RFC 7517). */
  JsonObject keySet() {
    var key = (RSAPublicKey) pair.getPublic();
    return new JsonObject()
        .put(
            "keys",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("kty", "RSA")
                        .put("use", "sig")
                        .put("alg", "RS256")
                        .put("kid", id)
                        .put("n", unsigned(key.getModulus()))
                        .put("e", unsigned(key.getPublicExponent()))));
  }

  String sign(JsonObject claims) {
    var header = new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", id);
    String content = encode(header) + "." + encode(claims);
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(content.getBytes(US_ASCII));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The claims of a token that this key has signed; its expiry is for the caller to look at. */
  Optional<JsonObject> verify(String token) {
    String[] parts = DOT.split(token, -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(pair.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          ? Optional.of(new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(parts[1]))))
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException | DecodeException forged) {
      return Optional.empty();
    }
  }

  private static String encode(JsonObject json) {
    return BASE64.encodeToString(json.toBuffer().getBytes());
  }

  /** Big-endian without the sign byte (RFC 7518, section 6.3.1). */
  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
