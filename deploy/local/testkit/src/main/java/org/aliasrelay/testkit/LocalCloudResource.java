package org.aliasrelay.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a service's test against a local cloud of its own. The init argument {@code role} names the
 * database role; without it no datasource is configured. A field of type {@link LocalCloudProcess}
 * or {@link LocalCloudSettings} in the test class is filled.
 */
public final class LocalCloudResource implements QuarkusTestResourceLifecycleManager {

  /**
   * System properties, where the SDK's default chain looks first; Quarkus's own do not reach it.
   */
  private static final Map<String, String> AWS_CLIENT =
      Map.of("aws.region", "us-east-1", "aws.accessKeyId", "local", "aws.secretAccessKey", "local");

  private @Nullable LocalCloudProcess cloud;
  private @Nullable String role;

  @Override
  public void init(Map<String, String> arguments) {
    role = arguments.get("role");
  }

  @Override
  public Map<String, String> start() {
    var started = LocalCloudProcess.start();
    cloud = started;
    AWS_CLIENT.forEach(System::setProperty);
    return configuration(started.settings(), role);
  }

  @Override
  public void inject(TestInjector injector) {
    var running = cloud;
    if (running != null) {
      injector.injectIntoFields(running, new TestInjector.MatchesType(LocalCloudProcess.class));
      injector.injectIntoFields(
          running.settings(), new TestInjector.MatchesType(LocalCloudSettings.class));
    }
  }

  @Override
  public void stop() {
    if (cloud != null) {
      cloud.close();
      cloud = null;
      AWS_CLIENT.keySet().forEach(System::clearProperty);
    }
  }

  private static Map<String, String> configuration(
      LocalCloudSettings settings, @Nullable String role) {
    var values = new HashMap<String, String>();
    values.put("relay.aws.endpoint", settings.awsEndpoint().toString());
    values.put("relay.queues.base-url", settings.queuesBaseUrl().toString());
    values.put("relay.mail.bucket", settings.mailBucket());
    values.put("relay.mail.domain", settings.mailDomain());
    values.put("relay.sns.topic-arn", settings.topicArn());
    values.put(
        "relay.sns.events-topic-arn", settings.topicArn().replace("inbound-mail", "mail-events"));
    values.put("relay.sns.certificate-prefix", settings.awsEndpoint() + "/");
    values.put("quarkus.oidc.auth-server-url", settings.accountsUrl().toString());
    if (role != null) {
      values.put("quarkus.datasource.jdbc.url", settings.jdbcUrl());
      values.put("quarkus.datasource.username", role);
      values.put("quarkus.datasource.password", settings.databasePassword());
    }
    return values;
  }
}
