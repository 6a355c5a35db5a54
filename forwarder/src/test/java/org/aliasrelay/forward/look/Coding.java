package org.aliasrelay.forward.look;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/** A way to write a text, as mail programs do. */
enum Coding {
  AS_IT_IS {
    @Override
    String apply(String text, Random random) {
      return text.toUpperCase(Locale.ROOT);
    }
  },
  QUOTED_PRINTABLE {
    @Override
    String apply(String text, Random random) {
      return quotedPrintable(text, random);
    }
  },
  BASE64 {
    @Override
    String apply(String text, Random random) {
      return base64(text, random);
    }
  },
  UUENCODE {
    @Override
    String apply(String text, Random random) {
      return uuencoded(text);
    }
  },
  ENCODED_WORDS {
    @Override
    String apply(String text, Random random) {
      return encodedWords(text, random);
    }
  },
  PERCENT {
    @Override
    String apply(String text, Random random) {
      return some(text, random, "%%%02X");
    }
  },
  SECTIONS {
    @Override
    String apply(String text, Random random) {
      return sections(text, random);
    }
  },
  REFERENCES {
    @Override
    String apply(String text, Random random) {
      return some(text, random, "&#%d;");
    }
  },
  HEXADECIMAL_REFERENCES {
    @Override
    String apply(String text, Random random) {
      return some(text, random, "&#x%x;");
    }
  },
  FOLDED {
    @Override
    String apply(String text, Random random) {
      return between(text, random, "\r\n ");
    }
  },
  FLOWED {
    @Override
    String apply(String text, Random random) {
      return between(text, random, " \r\n");
    }
  },
  TAGS {
    @Override
    String apply(String text, Random random) {
      return between(text, random, "<i class=x>");
    }
  },
  QUOTED_PAIRS {
    @Override
    String apply(String text, Random random) {
      return between(text, random, "\\");
    }
  },
  UTF_16 {
    @Override
    String apply(String text, Random random) {
      return text.replaceAll("(.)", "\0$1");
    }
  };

  abstract String apply(String text, Random random);

  private static String quotedPrintable(String text, Random random) {
    StringBuilder encoded = new StringBuilder();
    text.chars()
        .forEach(
            c ->
                encoded
                    .append(some(Character.toString(c), random, "=%02X"))
                    .append(random.nextInt(6) == 0 ? "=\r\n" : ""));
    return encoded.toString();
  }

  /** Behind letters that are no part of it, and with what decoders pass over. */
  private static String base64(String text, Random random) {
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
    return "abc".substring(random.nextInt(4)) + between(encoded, random, "-\r\n");
  }

  private static String uuencoded(String text) {
    StringBuilder line = new StringBuilder("begin 644 a.txt\r\n");
    byte[] octets = (text + "\0\0").getBytes(US_ASCII);
    line.append((char) (' ' + text.length()));
    for (int i = 0; i + 2 < octets.length; i += 3) {
      int three = (octets[i] << 16) | (octets[i + 1] << 8) | octets[i + 2];
      for (int shift = 18; shift >= 0; shift -= 6) {
        int value = (three >> shift) & 0x3f;
        line.append(value == 0 ? '`' : (char) (' ' + value));
      }
    }
    return line.append("\r\n`\r\nend\r\n").toString();
  }

  private static String encodedWords(String text, Random random) {
    StringBuilder words = new StringBuilder("Subject:");
    for (int i = 0; i < text.length(); ) {
      int end = Math.min(text.length(), i + 1 + random.nextInt(12));
      String piece = text.substring(i, end);
      words.append(random.nextBoolean() ? "\r\n " : " ");
      if (random.nextBoolean()) {
        String encoded = Base64.getEncoder().encodeToString(piece.getBytes(US_ASCII));
        words.append("=?utf-8?b?").append(encoded).append("?=");
      } else {
        String encoded = some(piece, random, "=%02X").replace(' ', '_');
        words.append("=?US-ASCII*en?Q?").append(encoded).append("?=");
      }
      i = end;
    }
    return words.toString();
  }

  private static String sections(String text, Random random) {
    int first = 1 + random.nextInt(text.length() - 1);
    return "X: y; name*1=\"%s\";\r\n\tname*0*=utf-8'en'%s; size=3"
        .formatted(
            text.substring(first),
            some(text.substring(0, first), random, "%%%02x").replace(" ", "%20"));
  }

  /** Some of its characters in another form, and those that must be. */
  private static String some(String text, Random random, String form) {
    StringBuilder some = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (random.nextInt(3) == 0) {
                some.append(form.formatted(c));
              } else {
                some.append((char) c);
              }
            });
    return some.toString();
  }

  private static String between(String text, Random random, String what) {
    StringBuilder between = new StringBuilder();
    text.chars().forEach(c -> between.append((char) c).append(random.nextInt(6) == 0 ? what : ""));
    return between.toString();
  }
}
