package org.aliasrelay.forward.pace;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.aliasrelay.forward.alarm.Alarms;
import org.aliasrelay.queue.Bounds;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SendQuota;

/** What SES says the account may send; asked every few minutes, since it grows with its repute. */
@Singleton
class SesQuota implements Rate {
  private static final Logger LOG = Logger.getLogger(SesQuota.class);

  /** Not one of those that the next send turns off. */
  private static final String NEARLY_USED_UP = "quota-nearly-used-up";

  private static final double NEARLY = 0.9;

  /** Until SES has answered once: enough for a laptop, little for production. */
  private static final double CAUTIOUS = 14;

  /** SES's mark for no limit. */
  private static final double UNLIMITED = -1;

  private static final double FASTEST = 100_000;
  private static final double SMALLEST_SHARE = 0.001;

  private final SesV2Client ses;
  private final PaceConfig config;
  private final Alarms alarms;
  private volatile double perSecond = CAUTIOUS;
  private volatile double perDay = Double.POSITIVE_INFINITY;

  SesQuota(SesV2Client ses, PaceConfig config, Alarms alarms) {
    this.ses = ses;
    this.config = config;
    this.alarms = alarms;
  }

  @Override
  public double perSecond() {
    return perSecond;
  }

  @Override
  public double perDay() {
    return perDay;
  }

  void start(@Observes StartupEvent event) {
    Bounds.check("relay.pace.share", config.share(), SMALLEST_SHARE, 1.0);
    Bounds.check("relay.pace.owners-share-of-day", config.ownersShareOfDay(), SMALLEST_SHARE, 1.0);
    var _ = Thread.ofVirtual().name("ses-quota").start(this::ask);
  }

  @Scheduled(every = "2m", delayed = "1m")
  void ask() {
    try {
      learn(ses.getAccount(r -> {}).sendQuota());
    } catch (SdkException e) {
      LOG.warnf("SES does not tell its quota: %s", e.getClass().getSimpleName());
    }
  }

  private void learn(SendQuota quota) {
    double rate = quota.maxSendRate() == UNLIMITED ? FASTEST : quota.maxSendRate();
    perSecond = Math.clamp(rate * config.share(), 0.1, FASTEST);
    boolean limited = quota.max24HourSend() != UNLIMITED;
    perDay = limited ? quota.max24HourSend() * config.share() : Double.POSITIVE_INFINITY;
    alarms.set(
        NEARLY_USED_UP, limited && quota.sentLast24Hours() >= NEARLY * quota.max24HourSend());
  }
}
