package org.aliasrelay.ingest.receive;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Every line that is logged while it listens, by whomever. */
final class LogLines extends Handler implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  LogLines() {
    setFormatter(new PatternFormatter("%s%e"));
    LogManager.getLogManager().getLogger("").addHandler(this);
  }

  List<String> all() {
    return lines;
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(getFormatter().format(line));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LogManager.getLogManager().getLogger("").removeHandler(this);
  }
}
