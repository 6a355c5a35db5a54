package org.aliasrelay.forward.deliver;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.aliasrelay.forward.vault.Vault;
import org.aliasrelay.forward.vault.VaultObject;
import org.aliasrelay.forward.vault.VaultUnavailableException;
import org.aliasrelay.ingest.contract.VaultKey;

/**
 * A stored message on its way out of the vault, while its delivery is being claimed: the two need
 * nothing of each other, and the mail waits for both.
 */
final class Opening implements AutoCloseable {
  private final CompletableFuture<Optional<VaultObject>> object;

  private Opening(CompletableFuture<Optional<VaultObject>> object) {
    this.object = object;
  }

  static Opening of(Vault vault, VaultKey key) {
    return new Opening(
        CompletableFuture.supplyAsync(() -> open(vault, key), Thread::startVirtualThread));
  }

  private static Optional<VaultObject> open(Vault vault, VaultKey key) {
    try {
      return vault.open(key);
    } catch (VaultUnavailableException e) {
      throw new CompletionException(e);
    }
  }

  /** The message, or nothing if it is gone for good. The caller closes it; twice does no harm. */
  Optional<VaultObject> await() throws VaultUnavailableException, InterruptedException {
    try {
      return object.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VaultUnavailableException away) {
        throw away;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Whether it was asked for or not, now or when it comes. */
  @Override
  public void close() {
    var _ = object.thenAccept(opened -> opened.ifPresent(VaultObject::close));
  }
}
