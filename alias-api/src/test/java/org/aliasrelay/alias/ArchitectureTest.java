package org.aliasrelay.alias;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;

@AnalyzeClasses(
    packages = "org.aliasrelay.alias",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("org.aliasrelay.alias.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ENTITIES_STAY_IN_THEIR_PACKAGE =
      classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule ONLY_SEALING_USES_TINK =
      noClasses()
          .that()
          .resideOutsideOfPackage("..alias.sealing")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.crypto.tink..");

  /** Outside of a transaction a stream keeps its connection until the request ends. */
  @ArchTest
  static final ArchRule RESULTS_ARE_LISTS =
      noClasses()
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(
                  HasName.Predicates.nameMatching("getResultStream|scroll")));

  @ArchTest
  static final ArchRule RESOURCES_SAY_WHO_MAY_COME =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .and()
          .doNotHaveSimpleName("RelayAddressesResource")
          .should()
          .beAnnotatedWith(jakarta.annotation.security.RolesAllowed.class)
          .orShould()
          .beAnnotatedWith(jakarta.annotation.security.PermitAll.class);

  /** Else the framework prints whatever a Response holds in the form that the client asks for. */
  @ArchTest
  static final ArchRule RESOURCES_ANSWER_WITH_JSON =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .beAnnotatedWith(
              describe(
                  "@Produces(application/json)",
                  annotation ->
                      annotation.getRawType().isEquivalentTo(Produces.class)
                          && Arrays.equals(
                              annotation.as(Produces.class).value(),
                              new String[] {MediaType.APPLICATION_JSON})));
}
