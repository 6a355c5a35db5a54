package org.aliasrelay.forward.wish;

import java.util.Optional;
import java.util.function.Predicate;
import nu.validator.htmlparser.impl.Tokenizer;
import nu.validator.htmlparser.impl.UTF16Buffer;
import org.xml.sax.SAXException;

/**
 * Tokenises HTML as browsers do (WHATWG HTML, section 13.2.5) and knows where in the source each
 * tag lies. No tree is built: that is where input of a few kilobytes costs minutes. What a tree
 * would add, markup inside of SVG and MathML, is read as HTML.
 *
 * <p>All of the text goes in as one buffer. In pieces, a value longer than a piece is copied anew
 * with each of them.
 */
final class HtmlReader extends Tokenizer {
  /**
   * More than any tag of an honest mail has. The tokeniser compares each attribute with all that
   * the tag had before; with a bound, all of that is linear.
   */
  static final int MOST_ATTRIBUTES = 200;

  private final Outliner outliner;
  private int attributes;

  private HtmlReader(Outliner outliner) {
    super(outliner, false);
    this.outliner = outliner;
  }

  /**
   * Reads it once, from the beginning to the end.
   *
   * @return nothing where a tag has more attributes than one should look at
   */
  static Optional<HtmlOutline> read(String html, Predicate<Image> unwanted) {
    Outliner outliner = new Outliner(unwanted);
    HtmlReader reader = new HtmlReader(outliner);
    UTF16Buffer buffer = new UTF16Buffer(html.toCharArray(), 0, html.length());
    try {
      reader.start();
      while (buffer.hasMore()) {
        reader.tokenizeBuffer(buffer);
      }
      reader.eof();
      reader.end();
      return Optional.of(outliner.outline());
    } catch (TooManyAttributesException e) {
      return Optional.empty();
    } catch (SAXException e) {
      throw new IllegalStateException("no handler of ours throws another", e);
    }
  }

  /** The tokeniser's word for the character after the tag that it has just told of. */
  int afterTag() {
    return cstart;
  }

  @Override
  protected int transition(int from, int to, boolean reconsume, int position) throws SAXException {
    outliner.worked(1);
    if (to == TAG_OPEN) {
      outliner.tagAt(position);
      attributes = 0;
    } else if (to == ATTRIBUTE_NAME) {
      outliner.worked(attributes);
      if (++attributes > MOST_ATTRIBUTES) {
        throw new TooManyAttributesException();
      }
    }
    return to;
  }

  private static final class TooManyAttributesException extends SAXException {
    private static final long serialVersionUID = 1L;
  }
}
