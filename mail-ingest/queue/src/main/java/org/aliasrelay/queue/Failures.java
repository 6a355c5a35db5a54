package org.aliasrelay.queue;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What may be said of a failure in a log: its class. Messages of exceptions can hold addresses. */
final class Failures {
  private Failures() {}

  static String nameOf(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName();
  }
}
