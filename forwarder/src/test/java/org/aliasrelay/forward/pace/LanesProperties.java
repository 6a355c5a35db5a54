package org.aliasrelay.forward.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LanesProperties {

  @Property
  void oneWhoIsAloneInALaneWaitsForOneRoundAtMost(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 9) Integer> crowd) {
    Lanes<String> lanes = new Lanes<>();
    crowd.forEach(lane -> lanes.add("crowd " + lane, "one of many"));
    lanes.add("alone", "me");

    int turns = 1;
    while (!lanes.next().equals(Optional.of("me"))) {
      turns++;
    }

    assertThat(turns).isLessThanOrEqualTo((int) crowd.stream().distinct().count() + 1);
  }

  @Property
  void everybodyGetsOneTurnInTheOrderOfTheirLane(
      @ForAll @Size(max = 200) List<@IntRange(min = 1, max = 9) Integer> arrivals) {
    Lanes<String> lanes = new Lanes<>();
    for (int i = 0; i < arrivals.size(); i++) {
      lanes.add("lane " + arrivals.get(i), arrivals.get(i) + ":" + i);
    }

    List<String> turns = new ArrayList<>();
    for (Optional<String> next = lanes.next(); next.isPresent(); next = lanes.next()) {
      turns.add(next.get());
    }

    assertThat(lanes.isEmpty()).isTrue();
    assertThat(turns).hasSize(arrivals.size()).doesNotHaveDuplicates();
    for (int lane = 1; lane <= 9; lane++) {
      String prefix = lane + ":";
      assertThat(
              turns.stream()
                  .filter(turn -> turn.startsWith(prefix))
                  .map(turn -> Integer.parseInt(turn.substring(prefix.length()))))
          .isSorted();
    }
  }

  @Property
  void whoLeavesGetsNoTurn(@ForAll @IntRange(min = 1, max = 20) int others) {
    Lanes<String> lanes = new Lanes<>();
    lanes.add("lane", "leaver");
    for (int i = 0; i < others; i++) {
      lanes.add("lane", "stayer " + i);
    }

    lanes.remove("lane", "leaver");

    assertThat(lanes.waitingIn("lane")).isEqualTo(others);
    assertThat(lanes.next()).contains("stayer 0");
  }
}
