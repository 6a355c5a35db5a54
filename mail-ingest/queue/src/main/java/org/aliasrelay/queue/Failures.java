package org.aliasrelay.queue;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What failed, behind what concurrency wraps around it. */
public final class Failures {
  private Failures() {}

  /** What may be said of it in a log: its class. Messages of exceptions can hold addresses. */
  public static String nameOf(Throwable failure) {
    return causeOf(failure).getClass().getSimpleName();
  }

  /** The failure itself. */
  public static Throwable causeOf(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
