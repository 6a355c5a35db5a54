package org.aliasrelay.queue;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * The service's one connection pool to SQS, and the client the connector gets. {@link Custody}
 * closes it, once it has given back what it holds.
 */
@Singleton
class SqsClients {
  /** Long polls of every channel, and the batches beside them. */
  private static final int MAX_CONNECTIONS = 64;

  private final SqsAsyncClient direct;

  SqsClients(AwsConfig config) {
    SqsClientBuilder builder =
        SqsClient.builder()
            .httpClientBuilder(ApacheHttpClient.builder().maxConnections(MAX_CONNECTIONS));
    config.endpoint().ifPresent(builder::endpointOverride);
    direct = new ThreadedSqsClient(builder.build());
  }

  SqsAsyncClient direct() {
    return direct;
  }

  /** What the SmallRye connector finds and receives with. */
  @Produces
  @Singleton
  SqsAsyncClient patient(QueueConfig config, Custody custody, Gates gates) {
    return new PatientSqsClient(direct, config, custody, gates);
  }
}
