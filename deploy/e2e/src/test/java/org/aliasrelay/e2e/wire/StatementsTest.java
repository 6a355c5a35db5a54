package org.aliasrelay.e2e.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StatementsTest {
  private final Statements statements = new Statements();

  /** A message whose strings end with zero octets; a bar stands for one here. */
  private static PostgresMessage message(char type, String text) {
    return new PostgresMessage(type, text.replace('|', '\0').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void executionIsToldByTheSqlOfItsPortal() {
    assertThat(statements.follow(message('P', "|select 1|  "))).isEmpty();
    assertThat(statements.follow(message('B', "||      "))).isEmpty();
    assertThat(statements.follow(message('E', "|    "))).contains("select 1");
  }

  @Test
  void preparedStatementIsRememberedByItsName() {
    statements.follow(message('P', "S_1|select 1|  "));
    statements.follow(message('P', "|select 2|  "));
    statements.follow(message('B', "|S_1|      "));
    assertThat(statements.follow(message('E', "|    "))).contains("select 1");
  }

  @Test
  void namelessStatementIsReplaced() {
    statements.follow(message('P', "|select 1|  "));
    statements.follow(message('P', "|select 2|  "));
    statements.follow(message('B', "||      "));
    assertThat(statements.follow(message('E', "|    "))).contains("select 2");
  }

  @Test
  void closedStatementIsForgotten() {
    statements.follow(message('P', "S_1|select 1|  "));
    statements.follow(message('C', "SS_1|"));
    statements.follow(message('B', "|S_1|      "));
    assertThat(statements.follow(message('E', "|    "))).contains("");
  }

  @Test
  void simpleQueryIsItsOwnExecution() {
    assertThat(statements.follow(message('Q', "commit|"))).contains("commit");
  }

  @Test
  void changedStatementKeepsItsNameAndParameters() {
    PostgresMessage parse = message('P', "S_1|select 1|types");
    PostgresMessage changed = parse.withText(parse.end(0) + 1, "select 22");
    assertThat(changed.body()).isEqualTo(message('P', "S_1|select 22|types").body());
  }
}
