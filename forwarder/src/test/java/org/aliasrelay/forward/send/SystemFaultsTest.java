package org.aliasrelay.forward.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

class SystemFaultsTest {

  @Test
  void whatIsAboutTheAccountIsAFaultOfTheSystem() {
    assertThat(SystemFaults.in(AccountSuspendedException.builder().build()))
        .contains("ses-account-suspended");
    assertThat(SystemFaults.in(SendingPausedException.builder().build()))
        .contains("ses-sending-paused");
    assertThat(SystemFaults.in(LimitExceededException.builder().statusCode(400).build()))
        .contains("ses-limit-exceeded");
  }

  @Test
  void unverifiedIdentityIsAFaultOfTheSystemThoughSesBlamesTheMail() {
    assertThat(
            SystemFaults.in(
                MessageRejectedException.builder()
                    .awsErrorDetails(saying("Email address is not verified. The following …"))
                    .build()))
        .contains("ses-identity-not-verified");
  }

  @Test
  void dailyQuotaIsAFaultAndTheRateIsNot() {
    assertThat(
            SystemFaults.in(
                TooManyRequestsException.builder()
                    .awsErrorDetails(saying("Daily message quota exceeded."))
                    .build()))
        .contains("ses-daily-quota-used-up");
    assertThat(
            SystemFaults.in(
                TooManyRequestsException.builder()
                    .awsErrorDetails(saying("Maximum sending rate exceeded."))
                    .build()))
        .isEmpty();
  }

  @Test
  void refusedCredentialsAreAFaultOfTheSystem() {
    assertThat(SystemFaults.in(SesV2Exception.builder().statusCode(403).build()))
        .contains("ses-credentials-refused");
  }

  @Test
  void whatIsAboutTheMailIsNone() {
    assertThat(SystemFaults.in(MessageRejectedException.builder().build())).isEmpty();
    assertThat(
            SystemFaults.in(
                BadRequestException.builder()
                    .statusCode(400)
                    .awsErrorDetails(saying("Duplicate header 'Subject'."))
                    .build()))
        .isEmpty();
  }

  private static AwsErrorDetails saying(String text) {
    return AwsErrorDetails.builder().errorMessage(text).build();
  }
}
