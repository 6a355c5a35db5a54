package org.aliasrelay.forward.alarm;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Alarms that are on: the gauge {@code relay.alarm} by {@code fault}, 1 while it lasts, one line in
 * the log when it begins and one when it ends. Losses, which do not last but have happened, are
 * counted in {@code relay.alarm.strikes}. Faults come from a closed list of their users.
 */
@Singleton
public class Alarms {
  private static final Logger LOG = Logger.getLogger(Alarms.class);

  private final MeterRegistry meters;
  private final Map<String, AtomicInteger> faults = new ConcurrentHashMap<>();

  /** None is on. */
  public Alarms(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Turns an alarm on or off. */
  public void set(String fault, boolean on) {
    if (on || faults.containsKey(fault)) {
      AtomicInteger state = faults.computeIfAbsent(fault, this::gauge);
      int before = state.getAndSet(on ? 1 : 0);
      if (on && before == 0) {
        LOG.errorf("ALARM reason=%s", fault);
      } else if (!on && before == 1) {
        LOG.infof("alarm is over reason=%s", fault);
      }
    }
  }

  /** Tells of what is over and cannot be undone: a line in the log each time, and a counter. */
  public void strike(String fault) {
    meters.counter("relay.alarm.strikes", "fault", fault).increment();
    LOG.errorf("ALARM reason=%s", fault);
  }

  /** Turns off every alarm of a group. */
  public void clear(String prefix) {
    faults.keySet().stream().filter(fault -> fault.startsWith(prefix)).forEach(f -> set(f, false));
  }

  /** The alarms that are on. */
  public Set<String> ringing() {
    return faults.entrySet().stream()
        .filter(fault -> fault.getValue().get() == 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private AtomicInteger gauge(String fault) {
    AtomicInteger state = new AtomicInteger();
    var _ =
        Gauge.builder("relay.alarm", state, AtomicInteger::get)
            .tag("fault", fault)
            .strongReference(true)
            .register(meters);
    return state;
  }
}
