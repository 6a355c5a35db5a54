package org.aliasrelay.forward.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nu.validator.htmlparser.common.TokenHandler;
import nu.validator.htmlparser.impl.AttributeName;
import nu.validator.htmlparser.impl.ElementName;
import nu.validator.htmlparser.impl.HtmlAttributes;
import nu.validator.htmlparser.impl.Tokenizer;
import org.jspecify.annotations.Nullable;

/** Notes while tokens pass by what {@link HtmlOutline} needs. */
final class Outliner implements TokenHandler {
  /**
   * Nothing at all would join what stands on both sides of it: {@code <} and {@code script>}, or
   * the halves of a character reference.
   */
  private static final String NOTHING = "<!---->";

  private final Predicate<Image> unwanted;
  private final List<Edit> edits = new ArrayList<>();
  private @Nullable HtmlReader reader;
  private int tag;
  private int afterDoctype = -1;
  private int afterHtml = -1;
  private int afterHead = -1;
  private int afterBody = -1;
  private long work;
  private int largestBuffer;

  Outliner(Predicate<Image> unwanted) {
    this.unwanted = unwanted;
  }

  HtmlOutline outline() {
    return new HtmlOutline(firstOf(afterBody, afterHead, afterHtml, afterDoctype), edits, work);
  }

  private static int firstOf(int... places) {
    for (int place : places) {
      if (place >= 0) {
        return place;
      }
    }
    return 0;
  }

  void tagAt(int position) {
    tag = position;
  }

  void worked(int steps) {
    work += steps;
  }

  @Override
  public void startTokenization(Tokenizer self) {
    reader = (HtmlReader) self;
  }

  @Override
  public void startTag(ElementName name, HtmlAttributes attributes, boolean selfClosing) {
    HtmlReader self = self();
    switch (name.getName()) {
      case "img", "image" -> image(attributes);
      case "body" -> afterBody = afterBody < 0 ? self.afterTag() : afterBody;
      case "html" -> afterHtml = afterHtml < 0 ? self.afterTag() : afterHtml;
      // What these hold is text, and only their own end tag ends it.
      case "script" -> self.setStateAndEndTagExpectation(Tokenizer.SCRIPT_DATA, name);
      case "style", "xmp", "iframe", "noembed", "noframes" ->
          self.setStateAndEndTagExpectation(Tokenizer.RAWTEXT, name);
      case "textarea", "title" -> self.setStateAndEndTagExpectation(Tokenizer.RCDATA, name);
      case "plaintext" -> self.setStateAndEndTagExpectation(Tokenizer.PLAINTEXT, name);
      default -> {}
    }
  }

  /** A tree builder takes {@code image} for {@code img}, and so does this. */
  private void image(HtmlAttributes attributes) {
    Image image =
        new Image(
            value(attributes, AttributeName.SRC),
            value(attributes, AttributeName.WIDTH),
            value(attributes, AttributeName.HEIGHT),
            value(attributes, AttributeName.STYLE),
            attributes.getIndex(AttributeName.HIDDEN) >= 0);
    if (unwanted.test(image)) {
      edits.add(new Edit(tag, self().afterTag(), NOTHING));
    }
  }

  private static String value(HtmlAttributes attributes, AttributeName name) {
    String value = attributes.getValue(name);
    return value == null ? "" : value;
  }

  private HtmlReader self() {
    if (reader == null) {
      throw new IllegalStateException("a token before the first");
    }
    return reader;
  }

  @Override
  public void endTag(ElementName name) {
    if (name.getName().equals("head") && afterHead < 0) {
      afterHead = self().afterTag();
    }
  }

  @Override
  public void doctype(
      String name, String publicIdentifier, String systemIdentifier, boolean forceQuirks) {
    afterDoctype = afterDoctype < 0 ? self().afterTag() : afterDoctype;
  }

  /** The tokeniser makes room for the longest value: anew only if it needs more than before. */
  @Override
  public void ensureBufferSpace(int inputLength) {
    if (inputLength > largestBuffer) {
      largestBuffer = inputLength;
      worked(inputLength);
    }
  }

  @Override
  public void characters(char[] buffer, int start, int length) {
    worked(length);
  }

  @Override
  public boolean wantsComments() {
    return false;
  }

  @Override
  public boolean cdataSectionAllowed() {
    return false;
  }

  @Override
  public void comment(char[] buffer, int start, int length) {}

  @Override
  public void zeroOriginatingReplacementCharacter() {}

  @Override
  public void eof() {}

  @Override
  public void endTokenization() {}
}
