package org.aliasrelay.alias.sealing;

import com.google.crypto.tink.prf.PrfSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * Keyed hashes (HMAC-SHA-256). Each use has a name of its own, so that equal values in different
 * columns have different fingerprints and a copy of the database cannot be joined on them.
 */
@ApplicationScoped
public class Fingerprints {
  private static final int LENGTH = 32;

  private final PrfSet lookupKey;

  Fingerprints(Keyset keyset) {
    this.lookupKey = keyset.lookupKey();
  }

  /** Of an address on the relay domain that was or may be issued. */
  public Fingerprint ofIssued(EmailAddress address) {
    return compute("issued", address.canonical());
  }

  /** Of an owner's primary address. */
  public Fingerprint ofPrimary(EmailAddress address) {
    return compute("primary", address.canonical());
  }

  /** Of a correspondent of one alias: the same correspondent of another alias has another. */
  public Fingerprint ofContact(long alias, EmailAddress address) {
    return compute("contact", Long.toString(alias), address.canonical());
  }

  /** Of a person's subject id at the accounts provider. */
  public Fingerprint ofSubject(String issuer, String subject) {
    return compute("subject", issuer, subject);
  }

  /** Of something that happened and must be counted once. */
  public Fingerprint ofActivity(String mailId, String token, String kind) {
    return compute("activity", mailId, token, kind);
  }

  /**
   * Of a sender who may write to one alias.
   *
   * @param sender an address or a domain, in lower case
   */
  public Fingerprint ofSender(long alias, String sender) {
    return compute("sender", Long.toString(alias), sender);
  }

  /** Of one mail for one recipient. */
  public Fingerprint ofMail(String mailId, String token) {
    return compute("mail", mailId, token);
  }

  /** Of an account, where others must tell it from others and know nothing else about it. */
  public Fingerprint ofLane(AccountId account) {
    return compute("lane", account.value().toString());
  }

  /** Of an account, as the number by which its own programs know it. */
  public Fingerprint ofProfile(AccountId account) {
    return compute("profile", account.value().toString());
  }

  private Fingerprint compute(String use, String... parts) {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    append(input, use);
    for (String part : parts) {
      append(input, part);
    }
    try {
      return Fingerprint.of(lookupKey.computePrimary(input.toByteArray(), LENGTH));
    } catch (GeneralSecurityException e) {
      throw new SealBroken(e);
    }
  }

  /** With its length first, so that no two lists of parts read the same. */
  private static void append(ByteArrayOutputStream input, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    input.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    input.writeBytes(bytes);
  }
}
