package org.aliasrelay.forward.deliver;

/**
 * A place among those that are worked on at once. It is left as soon as SES has an answer: what
 * follows takes long, since it is done for many together, and takes little.
 */
public interface Place extends AutoCloseable {
  /** One that nobody waits for. */
  Place ANY = () -> {};

  /** Leaves it; a second time nothing happens. */
  @Override
  void close();
}
