package org.aliasrelay.local;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The way SES and SNS reach S3 and SQS: from outside, through the front, like everybody. */
record AwsClients(S3Client s3, SqsClient sqs) implements AutoCloseable {
  /** Many clients can deliver by SMTP at once. */
  private static final int CONNECTIONS = 100;

  static AwsClients of(URI aws) {
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    var region = Region.of(LocalCloudConfig.AWS_REGION);
    return new AwsClients(
        S3Client.builder()
            .endpointOverride(aws)
            .region(region)
            .credentialsProvider(credentials)
            .forcePathStyle(true)
            .httpClientBuilder(ApacheHttpClient.builder().maxConnections(CONNECTIONS))
            .build(),
        SqsClient.builder()
            .endpointOverride(aws)
            .region(region)
            .credentialsProvider(credentials)
            .httpClientBuilder(ApacheHttpClient.builder().maxConnections(CONNECTIONS))
            .build());
  }

  @Override
  public void close() {
    s3.close();
    sqs.close();
  }
}
