package org.aliasrelay.queue;

/**
 * One message as a handler sees it.
 *
 * @param id SQS's id, the same at every receive
 * @param body the text, at most 1 MiB
 * @param receiveCount how often it was received, this time included
 */
public record QueueMessage(String id, String body, int receiveCount) {
  @Override
  public String toString() {
    return "QueueMessage[" + id + "]";
  }
}
