package org.aliasrelay.local;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.aliasrelay.local.door.Door;
import org.aliasrelay.local.door.SmtpDoor;
import org.aliasrelay.local.front.Front;
import org.aliasrelay.local.mailbox.ImapPort;
import org.aliasrelay.local.mailbox.Mailbox;
import org.aliasrelay.local.mailbox.MailboxPort;
import org.aliasrelay.local.notify.QueueTopic;
import org.aliasrelay.local.notify.SigningKey;
import org.aliasrelay.local.notify.Subscriber;
import org.aliasrelay.local.notify.Topic;
import org.aliasrelay.local.notify.TopicUnavailableException;
import org.aliasrelay.local.objects.S3Endpoint;
import org.aliasrelay.local.queues.QueueUnavailableException;
import org.aliasrelay.local.queues.Queues;
import org.aliasrelay.local.ses.SesPort;

/** Everything that mail passes through: the door, SNS, SES and the mailbox. */
final class MailParts {
  private static final String RECEIVED = "inbound-mail";
  private static final String EVENTS = "mail-events";

  private final LocalCloudConfig config;
  private final Running running;
  private final Vertx vertx;
  private final Mailbox mailbox;
  private final Door door;

  /** Mounts what the AWS port needs of it; ports of its own open with {@link #open()}. */
  MailParts(
      LocalCloudConfig config,
      Running running,
      Vertx vertx,
      Front front,
      S3Endpoint objects,
      Queues queues,
      Path keys,
      Path mails,
      Clock clock) {
    this.config = config;
    this.running = running;
    this.vertx = vertx;
    URI aws = URI.create("http://" + config.host() + ":" + config.awsPort());
    SigningKey key = signingKey(keys, clock);
    front
        .open()
        .get(key.certificatePath())
        .handler(
            context ->
                context
                    .response()
                    .putHeader("Content-Type", "application/x-pem-file")
                    .end(key.certificatePem()));
    mailbox = mailbox(mails, clock);
    door =
        new Door(
            new Door.Rule(config.mailDomain(), config.mailBucket(), "", topicArn(RECEIVED)),
            objects,
            topic(RECEIVED, aws, key, queues, clock),
            clock);
    var ses =
        running.start(
            () ->
                new SesPort(
                    vertx,
                    config.mailDomain(),
                    topic(EVENTS, aws, key, queues, clock),
                    door,
                    mailbox,
                    clock));
    ses.mountApis(front.ses());
    ses.mountSwitches(front.open());
  }

  private static SigningKey signingKey(Path folder, Clock clock) {
    try {
      return SigningKey.keptIn(folder, clock);
    } catch (IOException | GeneralSecurityException e) {
      throw new StartException("the key of SNS cannot be read or made in " + folder, e);
    }
  }

  private static Mailbox mailbox(Path folder, Clock clock) {
    try {
      return new Mailbox(folder, clock);
    } catch (IOException e) {
      throw new StartException("the mailbox cannot be read in " + folder, e);
    }
  }

  private static Topic topic(String name, URI aws, SigningKey key, Queues queues, Clock clock) {
    return new QueueTopic(topicArn(name), aws, key, subscriber(name, queues), clock);
  }

  private static Subscriber subscriber(String queue, Queues queues) {
    return notification -> {
      try {
        queues.send(queue, notification);
      } catch (QueueUnavailableException failure) {
        throw new TopicUnavailableException(failure);
      }
    };
  }

  private static String topicArn(String name) {
    return "arn:aws:sns:%s:%s:%s"
        .formatted(LocalCloudConfig.AWS_REGION, LocalCloudConfig.AWS_ACCOUNT, name);
  }

  /** Opens the ports for mail; the AWS port must be open. */
  void open() {
    running
        .start(() -> new MailboxPort(vertx, mailbox))
        .listen(config.host(), config.mailboxPort());
    running.start(() -> new ImapPort(mailbox, config.host(), config.imapPort())).start();
    running.start(() -> new SmtpDoor(door, address(), config.smtpPort())).start();
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(config.host());
    } catch (UnknownHostException e) {
      throw new StartException("LOCAL_CLOUD_HOST is no address of this machine", e);
    }
  }
}
