package org.aliasrelay.launcher.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the built programs are: in the build's own folders, or in a copy the build cannot touch.
 */
public sealed interface Programs {

  /** The folder of a part's program. */
  Path folder(Part part);

  /** How Java starts it: the arguments after the options of the virtual machine. */
  default List<String> arguments(Part part) {
    Path folder = folder(part);
    return switch (part) {
      case LOCAL_CLOUD ->
          List.of(
              "-cp",
              folder.resolve("*") + File.pathSeparator + folder.resolve("lib").resolve("*"),
              "org.aliasrelay.local.LocalCloud");
      case ALIAS_API, MAIL_INGEST, FORWARDER, TELEMETRY ->
          List.of("-jar", folder.resolve("quarkus-run.jar").toString());
    };
  }

  /**
   * As the launcher script copies them, so that a later build does not pull the jars away from
   * under a running service.
   *
   * @param folder has a folder for each part
   */
  record Copied(Path folder) implements Programs {
    @Override
    public Path folder(Part part) {
      return folder.resolve(part.folder());
    }
  }

  /**
   * As the build leaves them: for tests of the very files that were just built.
   *
   * @param root of the project
   */
  record Built(Path root) implements Programs {
    @Override
    public Path folder(Part part) {
      return switch (part) {
        case LOCAL_CLOUD -> root.resolve("deploy/local/target/local-cloud");
        case ALIAS_API, MAIL_INGEST, FORWARDER, TELEMETRY ->
            root.resolve(part.folder()).resolve("target/quarkus-app");
      };
    }
  }
}
