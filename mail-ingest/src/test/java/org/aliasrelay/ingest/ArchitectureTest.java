package org.aliasrelay.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.aliasrelay.ingest.publish.DecisionPublisher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AnalyzeClasses(
    packages = "org.aliasrelay.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule hasNoCycles =
      slices().matching("org.aliasrelay.ingest.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule logsInTwoPlacesOnly =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.(IngestRecord|DecisionPublisher)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jboss.logging..", "org.slf4j..", "java.util.logging..");

  @ArchTest
  static final ArchRule reachesTheWebFromTwoPlacesOnly =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.(HttpRoutes|HttpSigningCertificates|BoundedHttp)")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule writesNoFile =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.(io\\.(File|RandomAccessFile).*|nio\\.file\\..*)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jakarta.persistence.Entity",
        "org.postgresql.Driver",
        "io.agroal.api.AgroalDataSource",
        "org.hibernate.Session",
        "org.flywaydb.core.Flyway"
      })
  void hasNoDatabase(String type) {
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> Class.forName(type, false, DecisionPublisher.class.getClassLoader()));
  }
}
