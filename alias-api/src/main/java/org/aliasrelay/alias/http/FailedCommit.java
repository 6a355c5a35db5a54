package org.aliasrelay.alias.http;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import jakarta.transaction.RollbackException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.hibernate.exception.SQLGrammarException;

/** What is thrown where all statements did well, and the commit did not: a checked exception. */
public final class FailedCommit {
  private FailedCommit() {}

  /** Whether the database was away, and not what was to be committed against its rules. */
  public static boolean isOutage(ArcUndeclaredThrowableException e) {
    return e.getCause() instanceof RollbackException && !isFault(e);
  }

  /** Whether the database was there, and a statement was wrong or against its rules. */
  public static boolean isFault(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConstraintViolationException
          || cause instanceof DataException
          || cause instanceof SQLGrammarException) {
        return true;
      }
    }
    return false;
  }
}
