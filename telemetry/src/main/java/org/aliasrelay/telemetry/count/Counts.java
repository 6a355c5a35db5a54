package org.aliasrelay.telemetry.count;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** How often each thing happened, by day. */
public interface Counts {
  /**
   * How long an event's id is remembered, and so how late a second delivery may come without being
   * counted again. With the hour between two prunings this stays below the promised 24 hours.
   */
  Duration MEMORY = Duration.ofHours(22);

  /**
   * Adds one.
   *
   * @throws CountsUnavailableException if it was not counted
   */
  void add(CounterName name) throws CountsUnavailableException;

  /**
   * Adds one, unless an event with this id was counted within {@link #MEMORY}.
   *
   * @param eventId 1 to 64 printable ASCII characters
   * @throws CountsUnavailableException if it was not counted, or nobody knows; asking again is
   *     right
   */
  void addOnce(CounterName name, String eventId) throws CountsUnavailableException;

  /**
   * The total of every counter that is not zero, from the beginning to the end of that day.
   *
   * @param lastDay in UTC
   * @throws CountsUnavailableException if they cannot be read
   */
  Map<String, Long> totals(LocalDate lastDay) throws CountsUnavailableException;

  /**
   * Forgets the ids older than {@link #MEMORY}.
   *
   * @throws CountsUnavailableException if they may still be there
   */
  void prune() throws CountsUnavailableException;
}
