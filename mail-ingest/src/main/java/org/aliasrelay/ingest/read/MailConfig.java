package org.aliasrelay.ingest.read;

import io.smallrye.config.ConfigMapping;

/** Whose mail is ours. */
@ConfigMapping(prefix = "relay.mail")
public interface MailConfig {
  /** The bucket of the receipt rule's S3 action. A notification that names another is refused. */
  String bucket();

  /** The domain whose addresses are aliases; mail for any other is nobody's. */
  String domain();
}
