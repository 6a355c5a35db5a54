package org.aliasrelay.local.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of an object of ten octets. */
class ByteRangeTest {
  private static final long LENGTH = 10;

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0, 9",
    "bytes=0-0, 0, 0",
    "bytes=3-5, 3, 5",
    "bytes=3-, 3, 9",
    "bytes=9-99, 9, 9",
    "bytes=-4, 6, 9",
    "bytes=-99, 0, 9",
    "bytes=0-999999999999999999, 0, 9",
  })
  void isWhatThereIsOfIt(String header, long first, long last) {
    assertThat(ByteRange.of(header, LENGTH)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "bytes=", "bytes=-", "bytes=5-3", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b"})
  void isEverythingWhereItIsNoRange(String header) {
    assertThat(ByteRange.of(header, LENGTH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0"})
  void isRefusedWhereThereIsNothing(String header) {
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> ByteRange.of(header, LENGTH))
        .satisfies(refused -> assertThat(refused.error()).isEqualTo(S3Error.INVALID_RANGE));
  }

  @Test
  void anEmptyObjectHasNoRange() {
    assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> ByteRange.of("bytes=0-", 0));
  }
}
