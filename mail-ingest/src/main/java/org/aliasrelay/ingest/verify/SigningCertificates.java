package org.aliasrelay.ingest.verify;

import java.net.URI;
import java.security.cert.X509Certificate;

/** Amazon's signing certificates, by their place. */
interface SigningCertificates {
  Lookup find(URI place);

  /** What looking for a certificate gave. */
  sealed interface Lookup {
    /** This one. Nothing about it is checked yet. */
    record Found(X509Certificate certificate) implements Lookup {}

    /** The host answers, and has none there. */
    record Missing() implements Lookup {}

    /** The host does not answer, or asks to come back later. */
    record Away() implements Lookup {}
  }
}
