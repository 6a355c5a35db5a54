package org.aliasrelay.e2e.faults;

/** What keeps a mail from being sent or counted twice, as a condition in a statement. */
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
  },

  /** What happened to an alias counts once, and has its consequences once. */
  MEMORY {
    @Override
    String takenOutOf(String sql) {
      return sql.replace("exists (select from first)", "(exists (select from first) or true)");
    }
  };

  /** The statement without it. */
  abstract String takenOutOf(String sql);
}
