package org.aliasrelay.forward;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.aliasrelay.forward",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.aliasrelay.forward.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule rewritingIsPure =
      noClasses()
          .that()
          .resideInAPackage("..rewrite..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "java.nio.file..", "software.amazon..", "io.quarkus..", "jakarta..");

  @ArchTest
  static final ArchRule contentNeverTouchesTheDisk =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.File")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.nio.file..");

  @ArchTest
  static final ArchRule mime4jWritesNothing =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.james.mime4j.message..", "org.apache.james.mime4j.storage..");

  @ArchTest
  static final ArchRule rewritingLogsNothing =
      noClasses()
          .that()
          .resideInAPackage("..rewrite..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jboss.logging..");
}
