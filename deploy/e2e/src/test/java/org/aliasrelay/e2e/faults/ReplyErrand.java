package org.aliasrelay.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.aliasrelay.e2e.Letter;
import org.aliasrelay.e2e.Owner;
import org.aliasrelay.e2e.World;

/**
 * The answer to a letter that came through an alias. The owner is new each time, for there are only
 * so many replies that an owner sends in a row.
 *
 * @param reverse the address that the answer goes to
 */
record ReplyErrand(World world, Owner owner, JsonNode alias, Letter letter, String reverse)
    implements Errand {
  static ReplyErrand prepare(Stage stage) {
    World world = stage.world();
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    Letter letter = Letter.from("bea");
    stage.deliver(letter, alias);
    String reverse = world.inbox().await(owner.primary(), letter.subject()).from().getAddress();
    return new ReplyErrand(world, owner, alias, letter, reverse);
  }

  @Override
  public void begin() {
    world.postOffice().send(owner.primary(), letter.answer(owner.primary(), reverse), reverse);
  }

  @Override
  public Findings findings() {
    JsonNode now = owner.alias(alias);
    int forwarded = now.path("num_forwarded").asInt();
    int blocked = now.path("num_blocked").asInt();
    return new Findings(
        Collections.frequency(world.inbox().subjects(letter.sender()), "Re: " + letter.subject()),
        now.path("num_replied").asInt(),
        forwarded == 1 && blocked == 0
            ? ""
            : "forwarded %d, blocked %d".formatted(forwarded, blocked));
  }
}
