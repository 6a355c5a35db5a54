package org.aliasrelay.launcher;

/** What {@code help} says. */
final class Help {
  static final String TEXT =
      """
      Alias Relay: random addresses that forward to your real one, on this machine.

        ./relay up [-d] [--port-offset N]   build if needed, start everything, send a mail through it;
                                            -d returns and leaves it running, else Ctrl-C stops it.
                                            On a stack that runs, up -d starts again what has died.
        ./relay send [FILE.eml]             send a mail (or a sample) to an alias, show what arrives
               [--to ALIAS] [--from ADDRESS]
        ./relay status                      what runs, how much memory it takes, where it answers
        ./relay logs [PART] [-f]            the end of the logs; -f goes on
        ./relay down                        stop everything; aliases and mail are kept
        ./relay reset [--yes]               stop, and forget all local data
        ./relay test [MAVEN ARGUMENTS]      everything a contributor needs: ./mvnw verify
        ./relay bench [rewrite|stack|flood] how fast it is, beside what it is compared with, on a
               [--corpus DIR] [--mails N]   stack of its own; see docs/BENCHMARKS.md

      Parts: local-cloud, alias-api, mail-ingest, forwarder, telemetry.

      A stack lives in .relay beside this script; --home DIR (or RELAY_HOME) makes another one,
      which needs other ports. Ports are set in the environment or in .relay/settings.properties:

        RELAY_PORT_API=8080         RELAY_PORT_AWS=4566        RELAY_PORT_ACCOUNTS=9000
        RELAY_PORT_INGEST=8081      RELAY_PORT_SMTP=2525       RELAY_PORT_DATABASE=54320
        RELAY_PORT_FORWARDER=8082   RELAY_PORT_MAILBOX=8025    RELAY_PORT_INTERNAL=8090
        RELAY_PORT_TELEMETRY=8083   RELAY_PORT_IMAP=1143       RELAY_PORT_OFFSET=0

      Also RELAY_START_TIMEOUT=120 (seconds a part may take to get ready), JAVA_HOME (a JDK 25 or
      newer), NO_COLOR, and RELAY_NO_BUILD=1 (start what ./mvnw built, build nothing).
      """;

  private Help() {}
}
