package org.aliasrelay.telemetry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.aliasrelay.telemetry.count.Counts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AnalyzeClasses(
    packages = "org.aliasrelay.telemetry",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule hasNoCycles =
      slices().matching("org.aliasrelay.telemetry.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule logsNothingAboutAnEvent =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.(Pruning|Problems)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jboss.logging..", "org.slf4j..", "java.util.logging..");

  @ArchTest
  static final ArchRule measuresNoInteraction =
      noClasses()
          .that()
          .resideInAPackage("..interact..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micrometer..");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.aliasrelay.alias.contract.EmailAddress",
        "org.aliasrelay.alias.contract.RouteToken",
        "org.aliasrelay.ingest.contract.MailId",
        "jakarta.mail.internet.InternetAddress"
      })
  void hasNoTypeThatHoldsAnAddressOrNamesAMail(String type) {
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> Class.forName(type, false, Counts.class.getClassLoader()));
  }
}
