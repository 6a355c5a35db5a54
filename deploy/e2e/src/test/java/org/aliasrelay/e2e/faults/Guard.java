package org.aliasrelay.e2e.faults;

/** What keeps a mail from being sent twice, as a condition in a statement of the forwarder. */
enum Guard {
  /** A send of unknown end is not repeated when SES's event says that SES took it. */
  EVIDENCE {
    @Override
    String takenOutOf(String sql) {
      return sql.replace("attempts > 0", "false");
    }
  },

  /**
   * Whoever was overtaken while it stood still begins no send; nor is what has ended sent again.
   */
  FENCE {
    @Override
    String takenOutOf(String sql) {
      return sql.contains("attempts = attempts + 1")
          ? sql.replaceFirst("and (fence = \\S+)[\\s\\S]*", "and ($1 or true)")
          : sql;
    }
  };

  /** The statement without it. */
  abstract String takenOutOf(String sql);
}
