package org.aliasrelay.launcher.stack;

import java.util.ArrayList;
import java.util.List;

/**
 * Options of the virtual machines: five of them share a laptop, so each stays small. No class data
 * archive: measured, one costs each service 70 MB of memory and saves no time at the start.
 */
final class JvmFlags {
  private JvmFlags() {}

  static List<String> of(Part part, Home home, Programs programs) {
    List<String> flags = new ArrayList<>(memory(part, programs));
    flags.addAll(
        List.of(
            "-XX:+UseSerialGC",
            // A young generation of a third of so small a heap is collected every few mails, and
            // mail on its way that finds no room in a survivor space is taken for old.
            "-XX:NewSize=24m",
            "-XX:SurvivorRatio=4",
            // Give back what a burst of mail has taken, but not so much that the next hundred mails
            // fill the old generation again: to collect that takes a tenth of a second.
            "-XX:MinHeapFreeRatio=30",
            "-XX:MaxHeapFreeRatio=50",
            // Less, and the whole heap is collected several times while a service starts.
            "-XX:MetaspaceSize=96m",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=64m",
            // A process that ran out of memory must die visibly, not limp on.
            "-XX:+ExitOnOutOfMemoryError",
            // A core dump would put the content of mail on disk.
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + home.logs().resolve(part.folder() + "-crash-%p.log"),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            // So that a person who looks at the process list knows whose these are. Not under
            // "relay.", where a service would take it for a setting of its own and refuse it.
            "-Dorg.aliasrelay.part=" + part.folder(),
            "-Dorg.aliasrelay.home=" + home.folder()));
    return flags;
  }

  private static List<String> memory(Part part, Programs programs) {
    return switch (part) {
      // The local cloud brings its own.
      case LOCAL_CLOUD -> List.of("@" + programs.folder(part).resolve("jvm.options"));
      case ALIAS_API, MAIL_INGEST -> List.of("-Xms48m", "-Xmx160m");
      case TELEMETRY -> List.of("-Xms48m", "-Xmx128m");
      // A mail of 40 MB passes through: the heap grows for it and shrinks again.
      case FORWARDER -> List.of("-Xms48m", "-Xmx512m");
    };
  }
}
