package org.aliasrelay.local.queues;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.ImmediateNextDelivery$;
import org.elasticmq.MessageContent;
import org.elasticmq.NewMessageData;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.msg.SendMessage;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.QueueSorter$;
import org.elasticmq.persistence.sql.DBMessage;
import org.elasticmq.rest.sqs.AutoCreateQueuesConfig;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/** ElasticMQ's parts, put together around our own store. */
final class ElasticMq {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ActorSystem actors;
  private final ActorRef keeper;
  private final ActorRef manager;

  ElasticMq(MessageStore store) {
    this.actors = ActorSystem.create("elasticmq", settings());
    this.keeper = actors.actorOf(Keeper.props(store::write));
    this.manager =
        actors.actorOf(
            Props.create(
                QueueManagerActor.class,
                () ->
                    new QueueManagerActor(
                        new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(keeper))));
  }

  private static Config settings() {
    return ConfigFactory.parseResources(
            ElasticMq.class, "elasticmq.conf", ConfigParseOptions.defaults())
        .withFallback(ConfigFactory.load());
  }

  /** Brings queues back, those that others name as their dead-letter queue first. */
  void restore(List<CreateQueueMetadata> queues, MessageStore store) {
    var inOrder =
        QueueSorter$.MODULE$.sortCreateQueues(CollectionConverters.asScala(queues).toList());
    for (CreateQueueMetadata queue : CollectionConverters.asJava(inOrder)) {
      List<InternalMessage> messages =
          store.messages(queue.name()).stream().map(DBMessage::toInternalMessage).toList();
      var _ =
          ask(create(queue), new RestoreMessages(CollectionConverters.asScala(messages).toList()));
    }
  }

  private ActorRef create(CreateQueueMetadata queue) {
    if (ask(manager, new CreateQueue(queue.toCreateQueueData())) instanceof Either<?, ?> answer
        && answer.toOption().getOrElse(() -> null) instanceof ActorRef created) {
      return created;
    }
    throw new IllegalStateException("the queue " + queue.name() + " cannot be created");
  }

  private static Object ask(ActorRef actor, Object message) {
    CompletionStage<Object> answer = Patterns.ask(actor, message, PATIENCE);
    return answer.toCompletableFuture().join();
  }

  /**
   * Puts a message into a queue, and returns when it is kept.
   *
   * @throws QueueUnavailableException if there is no such queue, or it does not keep the message in
   *     time; it may then do so later
   */
  void send(String queue, String body) throws QueueUnavailableException {
    try {
      if (ask(manager, new LookupQueue(queue)) instanceof Option<?> found
          && found.isDefined()
          && found.get() instanceof ActorRef existing) {
        var _ = ask(existing, new SendMessage(message(body)));
        return;
      }
    } catch (CompletionException failure) {
      throw new QueueUnavailableException("the queue " + queue + " does not answer", failure);
    }
    throw new QueueUnavailableException("there is no queue " + queue, null);
  }

  private static NewMessageData message(String body) {
    return new NewMessageData(
        Option.empty(),
        new MessageContent(body),
        Map$.MODULE$.empty(),
        ImmediateNextDelivery$.MODULE$,
        Option.empty(),
        Option.empty(),
        0,
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  /** Answers requests from now on. */
  void listen(String host, int port, NodeAddress front, String region, String account) {
    var _ =
        new TheSQSRestServerBuilder(
                Option.apply(actors),
                Option.apply(manager),
                host,
                port,
                front,
                false,
                StrictSQSLimits$.MODULE$,
                region,
                account,
                Option.apply(keeper),
                AutoCreateQueuesConfig.disabled())
            .start()
            .waitUntilStarted();
  }

  /** Long polls are not waited for; when it returns, nothing is written any more. */
  void stop() {
    var _ = actors.terminate();
    try {
      var _ = actors.getWhenTerminated().toCompletableFuture().get(PATIENCE.toSeconds(), SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("ElasticMQ does not end", failure);
    }
  }
}
