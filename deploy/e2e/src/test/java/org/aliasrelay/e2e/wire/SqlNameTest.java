package org.aliasrelay.e2e.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COMMIT                                                         | COMMIT
          begin read only                                                | BEGIN
          insert into delivery (key) values (?) on conflict do update set x = 1 | INSERT delivery
          select state from delivery where key = ?                       | SELECT delivery by key
          select count(*) from delivery where key = any(?) and state in ('SENT') | SELECT delivery by key, state
          delete from delivery where updated_at < ?                      | DELETE delivery by updated_at
          select a.id from alias.account a where a.id=? and a.gone is null | SELECT account by id, gone
          with first as (insert into seen (h) values (?)) update alias set n = 1 where id = ? | INSERT seen
          select 1                                                       | SELECT
          """)
  void saysWhatIsDoneToWhat(String sql, String name) {
    assertThat(SqlName.of(sql)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update delivery set state = 'SENT' where key = ? and fence = ?   | UPDATE delivery SENT by key, fence
          update delivery set state = 'SENT' where key = ? and attempts > 0 | UPDATE delivery SENT by key, attempts
          update delivery set state = 'DONE' where key = ?                 | UPDATE delivery DONE by key
          """)
  void tellsTheStepsOfTheLedgerApart(String sql, String name) {
    assertThat(SqlName.of(sql)).isEqualTo(name);
  }
}
