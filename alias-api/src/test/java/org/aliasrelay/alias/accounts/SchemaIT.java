package org.aliasrelay.alias.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@IntegrationTest
class SchemaIT {
  /** An index over the rows that refer to anything at all does as well. */
  private static final String WITHOUT_INDEX =
      """
      select c.conrelid::regclass::text || '.' || a.attname::text
        from pg_constraint c
             join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f' and c.connamespace = 'alias'::regnamespace
         and not exists (
           select from pg_index i
            where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
              and (i.indpred is null
                   or pg_get_expr(i.indpred, i.indrelid) = '(' || a.attname || ' IS NOT NULL)'))
      """;

  @Inject EntityManager entities;

  @Test
  void nothingIsDeletedByReadingAWholeTable() {
    List<String> columns =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    entities
                        .unwrap(Session.class)
                        .createNativeQuery(WITHOUT_INDEX, String.class)
                        .getResultList());

    assertThat(columns).isEmpty();
  }
}
