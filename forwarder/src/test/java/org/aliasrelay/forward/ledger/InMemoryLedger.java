package org.aliasrelay.forward.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A ledger for tests, and a switch that makes it unavailable. */
public final class InMemoryLedger implements DeliveryLedger {
  private static final class Row {
    String state = "CLAIMED";
    long fence;
    int attempts;
    int undecided;
    SendKind kind = SendKind.FORWARD;
    String reason = "";
    Instant leaseUntil = Instant.MIN;
    Instant updatedAt = Instant.MIN;
  }

  private static final Set<String> TERMINAL = Set.of("SENT", "REFUSED", "DROPPED", "DONE");

  private final Map<DeliveryKey, Row> rows = new HashMap<>();
  private boolean unavailable;

  public synchronized void setUnavailable(boolean unavailable) {
    this.unavailable = unavailable;
  }

  /** The state of a delivery; empty where there is none. */
  public synchronized String state(DeliveryKey key) {
    Row row = rows.get(key);
    return row == null ? "" : row.state;
  }

  @Override
  public synchronized Claim claim(DeliveryKey key, Instant now, Duration lease)
      throws LedgerUnavailableException {
    check();
    Row row = rows.computeIfAbsent(key, k -> new Row());
    if (TERMINAL.contains(row.state)) {
      return new Claim.Terminal(
          switch (row.state) {
            case "SENT" -> new Ending.Sent(row.kind);
            case "DROPPED" -> new Ending.Dropped(row.reason);
            case "REFUSED" -> new Ending.Refused(row.reason);
            default -> new Ending.Done();
          });
    }
    if (row.leaseUntil.isAfter(now)) {
      return new Claim.Leased(row.leaseUntil);
    }
    row.fence++;
    row.leaseUntil = now.plus(lease);
    row.updatedAt = now;
    return new Claim.Claimed(row.fence, row.attempts, row.undecided);
  }

  @Override
  public boolean sending(DeliveryKey key, long fence, SendKind kind, Instant leaseUntil)
      throws LedgerUnavailableException {
    return change(
        key,
        fence,
        Set.of("CLAIMED", "SENDING"),
        row -> {
          row.state = "SENDING";
          row.attempts++;
          row.undecided++;
          row.kind = kind;
          row.leaseUntil = leaseUntil;
        });
  }

  @Override
  public synchronized boolean evidence(DeliveryKey key, String sesMessageId, Instant now)
      throws LedgerUnavailableException {
    check();
    Row row = rows.get(key);
    if (row == null || TERMINAL.contains(row.state) || row.attempts == 0) {
      return false;
    }
    row.state = "SENT";
    return true;
  }

  @Override
  public boolean sent(DeliveryKey key, long fence, String sesMessageId, Instant now)
      throws LedgerUnavailableException {
    return change(key, fence, Set.of("SENDING"), row -> row.state = "SENT");
  }

  @Override
  public boolean refused(DeliveryKey key, long fence, String reason, Instant now)
      throws LedgerUnavailableException {
    return change(
        key,
        fence,
        Set.of("CLAIMED", "SENDING"),
        row -> {
          row.state = "REFUSED";
          row.reason = reason;
        });
  }

  @Override
  public synchronized Ending drop(DeliveryKey key, Optional<String> reason, Instant now)
      throws LedgerUnavailableException {
    check();
    Row row =
        rows.computeIfAbsent(
            key,
            _ -> {
              Row dropped = new Row();
              dropped.state = reason.isPresent() ? "DROPPED" : "DONE";
              dropped.reason = reason.orElse("");
              dropped.updatedAt = now;
              return dropped;
            });
    return row.state.equals("DROPPED") ? new Ending.Dropped(row.reason) : new Ending.Done();
  }

  @Override
  public boolean notTaken(DeliveryKey key, long fence, Instant now)
      throws LedgerUnavailableException {
    return change(
        key,
        fence,
        Set.of("SENDING"),
        row -> {
          row.undecided--;
          row.state = row.undecided > 0 ? "SENDING" : "CLAIMED";
          row.leaseUntil = now;
        });
  }

  @Override
  public boolean release(DeliveryKey key, long fence, Instant now)
      throws LedgerUnavailableException {
    return change(key, fence, Set.of("CLAIMED", "SENDING"), row -> row.leaseUntil = now);
  }

  @Override
  public synchronized boolean allTerminal(Collection<DeliveryKey> keys)
      throws LedgerUnavailableException {
    check();
    return keys.stream().allMatch(key -> TERMINAL.contains(state(key)));
  }

  @Override
  public synchronized void done(DeliveryKey key, Instant now) throws LedgerUnavailableException {
    check();
    Row row = rows.get(key);
    if (row != null && TERMINAL.contains(row.state)) {
      row.state = "DONE";
    }
  }

  @Override
  public synchronized int prune(Instant before) throws LedgerUnavailableException {
    check();
    int size = rows.size();
    rows.values().removeIf(row -> row.updatedAt.isBefore(before));
    return size - rows.size();
  }

  private synchronized boolean change(
      DeliveryKey key, long fence, Set<String> from, Consumer<Row> change)
      throws LedgerUnavailableException {
    check();
    Row row = rows.get(key);
    if (row == null || row.fence != fence || !from.contains(row.state)) {
      return false;
    }
    change.accept(row);
    return true;
  }

  private void check() throws LedgerUnavailableException {
    if (unavailable) {
      throw new LedgerUnavailableException(new IllegalStateException("switched off"));
    }
  }
}
