package org.aliasrelay.local;

import java.util.OptionalLong;

/** Ends the local cloud with the test run that started it, even one that was killed. */
final class ParentWatch {

  private ParentWatch() {}

  static void exitWith(OptionalLong parentPid) {
    if (parentPid.isEmpty()) {
      return;
    }
    ProcessHandle parent =
        ProcessHandle.of(parentPid.getAsLong())
            .orElseThrow(() -> new StartException("the process in LOCAL_CLOUD_PARENT_PID is gone"));
    Thread.ofVirtual()
        .name("parent watch")
        .start(
            () -> {
              parent.onExit().join();
              System.exit(0);
            });
  }
}
