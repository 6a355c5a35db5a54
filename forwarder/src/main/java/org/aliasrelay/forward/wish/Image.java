package org.aliasrelay.forward.wish;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aliasrelay.forward.tracker.TrackerList;
import org.aliasrelay.forward.tracker.WebAddress;

/**
 * An image in HTML, by those of its attributes that say whether anybody is to see it; empty where
 * it has none such.
 *
 * @param hidden whether it has the attribute of that name
 */
record Image(String source, String width, String height, String style, boolean hidden) {
  /** A number of pixels; possessive, so that no character is read twice, however many there are. */
  private static final Pattern PIXELS =
      Pattern.compile("\\s*+(\\d{1,9}+)(?:\\.\\d++)?+\\s*+(?:px)?+\\s*+", Pattern.CASE_INSENSITIVE);

  /** A number of anything, of which at least a few make a point. */
  private static final Pattern OF_OTHER =
      Pattern.compile("\\s*+[\\d.]{1,19}+\\s*+(?:%|[a-z]{1,4}+)\\s*+", Pattern.CASE_INSENSITIVE);

  private static final Pattern NOTHING =
      Pattern.compile("(?:0++(?:\\.0*+)?+|\\.0++)(?:%|[a-z]{1,4}+)?+", Pattern.CASE_INSENSITIVE);

  /**
   * Whether fetching it tells somebody that the mail was read, and nothing else is lost without it:
   * it lies where a known tracker answers, or on the web at all and is not to be seen.
   */
  boolean isTracker(TrackerList trackers) {
    Optional<WebAddress> address = WebAddress.of(source);
    return address.isPresent() && (trackers.names(address.get()) || isInvisible());
  }

  /** Its size is nothing in one direction, or a point at most as far as it is given. */
  private boolean isInvisible() {
    if (hidden) {
      return true;
    }
    double wide = length(width);
    double high = length(height);
    for (String declaration : style.split(";", -1)) {
      int colon = declaration.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String value = value(declaration.substring(colon + 1));
      switch (declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
        case "display" -> {
          if (value.equals("none")) {
            return true;
          }
        }
        case "visibility" -> {
          if (value.equals("hidden") || value.equals("collapse")) {
            return true;
          }
        }
        case "opacity" -> {
          if (NOTHING.matcher(value).matches()) {
            return true;
          }
        }
        case "width" -> wide = smaller(wide, length(value));
        case "max-width" -> wide = smaller(wide, pixels(value));
        case "height" -> high = smaller(high, length(value));
        case "max-height" -> high = smaller(high, pixels(value));
        default -> {}
      }
    }
    return wide == 0 || high == 0 || isPoint(wide, high);
  }

  private static boolean isPoint(double wide, double high) {
    boolean given = !Double.isNaN(wide) || !Double.isNaN(high);
    return given && !(wide > 1) && !(high > 1);
  }

  private static double smaller(double one, double other) {
    return Double.isNaN(one) || other < one ? other : one;
  }

  private static String value(String text) {
    return text.toLowerCase(Locale.ROOT).replace("!important", "").strip();
  }

  /** In pixels; a length in anything else, such as the width of what is around it, is large. */
  private static double length(String text) {
    if (NOTHING.matcher(text.strip()).matches()) {
      return 0;
    }
    double pixels = pixels(text);
    return Double.isNaN(pixels) && OF_OTHER.matcher(text).matches()
        ? Double.POSITIVE_INFINITY
        : pixels;
  }

  /** Not a number where it is not given in pixels. */
  private static double pixels(String text) {
    Matcher matcher = PIXELS.matcher(text);
    return matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }
}
