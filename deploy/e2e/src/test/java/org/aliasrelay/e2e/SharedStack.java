package org.aliasrelay.e2e;

import java.io.IOException;
import org.aliasrelay.testkit.RelayStack;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one stack for all test classes, and stops it after the last. */
final class SharedStack implements ParameterResolver {
  /** What an owner waits minutes for is not worth a test's minutes. */
  private static final String HURRIED =
      """
      relay.notices.look=1s
      relay.notices.after=3s
      relay.bounces.first-break=5s
      relay.shares.prompt-every=1h
      """;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == World.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent("relay", _ -> new Started(), Started.class)
        .world;
  }

  private static final class Started implements AutoCloseable {
    private final RelayStack stack;
    private final World world;

    Started() {
      try {
        stack = RelayStack.prepare(HURRIED);
        System.out.println(stack.up());
        world = new World(stack);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      stack.close();
    }
  }
}
