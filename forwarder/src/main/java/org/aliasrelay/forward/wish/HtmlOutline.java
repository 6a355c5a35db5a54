package org.aliasrelay.forward.wish;

import java.util.List;

/**
 * What matters of a piece of HTML.
 *
 * @param top where the content begins
 * @param unwanted the tags that are to go, as {@link Edit}s
 * @param work how much the tokeniser did for it: a measure that is no time
 */
record HtmlOutline(int top, List<Edit> unwanted, long work) {
  /** Copies the list. */
  HtmlOutline {
    unwanted = List.copyOf(unwanted);
  }
}
