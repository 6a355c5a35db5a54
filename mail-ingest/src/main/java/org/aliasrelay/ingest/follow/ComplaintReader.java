package org.aliasrelay.ingest.follow;

import com.fasterxml.jackson.databind.JsonNode;

/** What a complaint means. */
final class ComplaintReader {
  private ComplaintReader() {}

  static SendEvent.What read(JsonNode complaint) {
    return BounceReader.isSuppression(complaint.path("complaintSubType").asText())
        ? SendEvent.What.SUPPRESSED
        : SendEvent.What.COMPLAINT;
  }
}
