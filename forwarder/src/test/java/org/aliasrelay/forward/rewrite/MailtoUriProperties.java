package org.aliasrelay.forward.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.aliasrelay.alias.contract.EmailAddress;

class MailtoUriProperties {
  private static final EmailAddress OTHER = EmailAddress.of("other@relay.test");

  @Property
  void whateverItPresetsItWritesToTheOther(@ForAll @StringLength(max = 200) String fields) {
    String uri = rewritten("mailto:list@list.example?" + fields);
    assertThat(uri).startsWith("mailto:other@relay.test");
    assertThat(uri).matches("[!-~]*").doesNotContain("<", ">", ",", "\"");
    assertThat(MailtoUri.parse(uri)).map(MailtoUri::address).contains(OTHER);
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    assertThat(MailtoUri.parse("mailto:" + text)).isNotNull();
    assertThat(MailtoUri.parse(text)).isNotNull();
  }

  @Example
  void keepsSubjectAndBodyAlone() {
    assertThat(rewritten("MAILTO:list@list.example?To=x@y.example&Subject=a%20b&body=c&bcc=z@z.z"))
        .isEqualTo("mailto:other@relay.test?Subject=a%20b&body=c");
  }

  @Example
  void plusSignOfAnAddressIsNoSpace() {
    assertThat(MailtoUri.parse("mailto:leave+7@list.example"))
        .map(uri -> uri.address().value())
        .contains("leave+7@list.example");
  }

  private static String rewritten(String uri) {
    return MailtoUri.parse(uri).map(found -> found.to(OTHER)).orElse("");
  }
}
