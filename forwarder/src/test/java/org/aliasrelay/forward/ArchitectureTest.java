package org.aliasrelay.forward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
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
          .resideInAnyPackage("..rewrite..", "..wish..", "..look..", "..open..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "java.nio.file..", "software.amazon..", "io.quarkus..", "jakarta..");

  @ArchTest
  static final ArchRule contentNeverTouchesTheDisk =
      noClasses()
          .that()
          .resideOutsideOfPackage("..tracker..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.File")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.nio.file..");

  /** It reads a file of the operator's, so it must not get hold of mail. */
  @ArchTest
  static final ArchRule trackersKnowNoMail =
      noClasses()
          .that()
          .resideInAPackage("..tracker..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.aliasrelay..")
                  .and(resideOutsideOfPackage("org.aliasrelay.forward.tracker..")));

  @ArchTest
  static final ArchRule htmlIsTokenisedInOnePlaceAndNeverFetched =
      noClasses()
          .that()
          .resideOutsideOfPackage("..wish..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("nu.validator..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.URL");

  /** A tree is where hostile HTML costs more than its size. */
  @ArchTest
  static final ArchRule noTreeIsBuilt =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "nu.validator.htmlparser.dom..",
              "nu.validator.htmlparser.sax..",
              "nu.validator.saxtree..");

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
          .resideInAnyPackage("..rewrite..", "..wish..", "..look..", "..open..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jboss.logging..");
}
