package org.aliasrelay.e2e.faults;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code -Dfaults} asks for: {@code all}, a service, a pass, or a service and a pass, as in
 * {@code forwarder:reply}; several of them with commas between.
 */
record Selection(List<Course> courses) {
  static final String FORWARDER = "forwarder";
  static final String ALIAS_API = "alias-api";
  private static final List<String> SERVICES =
      List.of(FORWARDER, "mail-ingest", ALIAS_API, "telemetry");
  private static final String ALL = "all";

  Selection {
    courses = List.copyOf(courses);
  }

  /** All faults of one service in one pass. */
  record Course(String service, Pass pass) {
    private boolean is(String name) {
      return name.equals(ALL)
          || name.equals(service)
          || name.equals(pass.toString())
          || name.equals(this.toString());
    }

    @Override
    public String toString() {
      return service + ":" + pass;
    }
  }

  /**
   * Service by service, for it takes a while to put one under test. Empty without a wish.
   *
   * @throws IllegalArgumentException if there is no such thing
   */
  static Selection of(String wishes) {
    List<String> names = Arrays.stream(wishes.split(",", -1)).filter(n -> !n.isEmpty()).toList();
    for (String name : names) {
      if (every().noneMatch(course -> course.is(name))) {
        throw new IllegalArgumentException("-Dfaults: there is no " + name);
      }
    }
    return new Selection(every().filter(course -> names.stream().anyMatch(course::is)).toList());
  }

  private static Stream<Course> every() {
    return SERVICES.stream()
        .flatMap(service -> Arrays.stream(Pass.values()).map(pass -> new Course(service, pass)));
  }

  boolean isEmpty() {
    return courses.isEmpty();
  }

  boolean has(String service, Pass pass) {
    return courses.contains(new Course(service, pass));
  }
}
