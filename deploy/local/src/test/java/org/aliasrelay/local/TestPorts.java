package org.aliasrelay.local;

/** Free ports for tests of other packages. */
public final class TestPorts {

  private TestPorts() {}

  public static int free() {
    return Ports.free();
  }
}
