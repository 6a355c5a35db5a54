package org.aliasrelay.ingest.read;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whose mail is ours. */
@ConfigMapping(prefix = "relay.mail")
public interface MailConfig {
  /** The bucket of the receipt rule's S3 action. A notification that names another is refused. */
  String bucket();

  /**
   * The object key prefix of that action, such as {@code mail/}. A notification that names an
   * object elsewhere is refused; without this setting, any prefix will do.
   */
  Optional<String> keyPrefix();

  /** The domain whose addresses are aliases; mail for any other is nobody's. */
  String domain();
}
