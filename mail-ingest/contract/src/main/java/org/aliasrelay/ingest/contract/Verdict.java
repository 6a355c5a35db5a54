package org.aliasrelay.ingest.contract;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a check of SES said. Only {@link #PASS} is a pass; a missing verdict is none. */
public enum Verdict {
  /** The check passed. */
  PASS,
  /** The check failed. */
  FAIL,
  /** SES could not tell, or the sender's domain publishes nothing to check against. */
  GRAY,
  /** The check itself broke. */
  PROCESSING_FAILED,
  /** The operator switched the check off. */
  DISABLED,
  /** No verdict, or one that this version does not know. */
  MISSING;

  /** Reads SES's word for it. */
  public static Verdict of(@Nullable String status) {
    if (status == null) {
      return MISSING;
    }
    try {
      return valueOf(status.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return MISSING;
    }
  }
}
