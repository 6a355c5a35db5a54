package org.aliasrelay.launcher;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What happens on Ctrl-C, SIGTERM and a closed terminal: the clean-up runs, and its result is the
 * exit code. Java itself would always exit with 128 plus the signal's number.
 */
final class Interruption {
  private final Thread hook;
  private final AtomicBoolean begun;

  private Interruption(Thread hook, AtomicBoolean begun) {
    this.hook = hook;
    this.begun = begun;
  }

  static Interruption does(Callable<Integer> cleanUp) {
    AtomicBoolean begun = new AtomicBoolean();
    Thread hook =
        new Thread(
            () -> {
              begun.set(true);
              int code = 1;
              try {
                code = cleanUp.call();
              } catch (Exception e) {
                System.err.println("relay: could not stop cleanly: " + e.getMessage());
              }
              System.out.flush();
              Runtime.getRuntime().halt(code);
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook, begun);
  }

  /**
   * Waits for the end if it has begun: that a part dies then is no news, and the clean-up is the
   * other thread's.
   */
  void giveWay() throws InterruptedException {
    if (begun.get()) {
      hook.join();
    }
  }

  /** From now on the program ends by itself. */
  void disarm() throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      hook.join();
    }
  }
}
