package org.aliasrelay.local.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ObjectNameTest {

  @Property
  void noKeyLeadsOutOfItsBucket(@ForAll @StringLength(min = 1, max = 20) String key) {
    var bucket = Path.of("/data/bucket");
    String fileName = new ObjectName("bucket", key).fileName();

    assertThat(bucket.resolve(fileName).normalize().getParent()).isEqualTo(bucket);
  }

  @Test
  void readsBucketAndKeyFromThePath() {
    var name = ObjectName.ofPath("/relay-mail/in/a+b%20c%2F..");

    assertThat(name).isEqualTo(new ObjectName("relay-mail", "in/a+b c/.."));
    assertThat(ObjectName.ofFile("relay-mail", name.fileName())).contains(name);
  }

  @Test
  void refusesABucketThatIsAPath() {
    assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> ObjectName.ofPath("/../x"));
  }

  @Test
  void takesEveryKeyThatS3Takes() {
    var longest = new ObjectName("bucket", "\u00e4".repeat(512));

    assertThat(longest.fileName()).hasSizeLessThan(250);
    assertThat(new ObjectName("bucket", "\u00e4".repeat(511) + "ao").fileName())
        .isNotEqualTo(longest.fileName());
    // Its name says nothing, and none that says something looks like it.
    assertThat(ObjectName.ofFile("bucket", longest.fileName())).isEmpty();
    var alike = new ObjectName("bucket", longest.fileName());
    assertThat(ObjectName.ofFile("bucket", alike.fileName())).contains(alike);
  }

  @Test
  void refusesAKeyThatIsTooLongForS3() {
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> new ObjectName("bucket", "\u00e4".repeat(512) + "a").fileName())
        .withMessage("KeyTooLongError");
  }
}
