package org.aliasrelay.ingest.follow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What a complaint means: some are none. */
final class ComplaintReader {
  private ComplaintReader() {}

  static SendEvent.What read(JsonNode complaint) {
    if (BounceReader.isSuppression(complaint.path("complaintSubType").asText())) {
      return SendEvent.What.SUPPRESSED;
    }
    // Types of feedback by RFC 5965, section 7.3, and RFC 6650. A provider that names none, or one
    // we do not know, passes on somebody's click on "this is spam".
    return switch (complaint.path("complaintFeedbackType").asText().toLowerCase(Locale.ROOT)) {
      case "not-spam", "auth-failure", "virus" -> SendEvent.What.TAKEN;
      default -> SendEvent.What.COMPLAINT;
    };
  }
}
