package org.aliasrelay.local.door;

/** Where a received mail lies in S3. */
record StoredObject(String bucket, String prefix, MailId id) {
  String key() {
    return prefix + id;
  }
}
