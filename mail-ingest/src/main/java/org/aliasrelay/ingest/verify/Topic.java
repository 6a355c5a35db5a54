package org.aliasrelay.ingest.verify;

import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which topic a verifier believes. */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Topic {
  /** The topics of an installation. */
  enum Of {
    /** Received mail. */
    INBOUND_MAIL,
    /** What became of mail that was sent. */
    MAIL_EVENTS
  }

  /** The one that is meant. */
  Of value();
}
