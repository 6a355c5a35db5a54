package org.aliasrelay.alias.testing;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.aliasrelay.testkit.LocalCloudResource;

/** Runs the whole service against the local cloud; all classes with it share one. */
@QuarkusTest
@WithTestResource(
    value = LocalCloudResource.class,
    initArgs = @ResourceArg(name = "role", value = "alias_api"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface IntegrationTest {}
