package org.aliasrelay.ingest.verify;

/** Says whether a message as it lay on the queue is Amazon's word to us. */
public interface Verifier {
  /** Checks one message. */
  Verification verify(String body);
}
