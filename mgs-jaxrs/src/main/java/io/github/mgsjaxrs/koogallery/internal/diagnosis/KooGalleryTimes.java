package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import io.github.mgsjaxrs.koogallery.protocol.KooGalleryTime;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryTime.Notation;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Other texts of a time, each with the words that tell how it is written. */
final class KooGalleryTimes {

  private static final int SECONDS_DIGITS = 14;
  private static final int MILLIS_DIGITS = 17;
  private static final ZoneId BEIJING = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");

  private KooGalleryTimes() {}

  /** For a time of version 1; empty where it is none. */
  static Map<String, String> ofVersion1(String sent) {
    Map<String, String> texts = new LinkedHashMap<>();
    OptionalLong millis = KooGalleryTime.dateTime(sent);
    if (millis.isPresent()) {
      Instant time = Instant.ofEpochMilli(millis.getAsLong());
      texts.put(MILLIS.format(time.atOffset(ZoneOffset.UTC)), "with milliseconds of three digits");
      String fraction = sent.substring(SECONDS_DIGITS);
      texts.putIfAbsent(
          sent.substring(0, SECONDS_DIGITS) + "0".repeat(MILLIS_DIGITS - sent.length()) + fraction,
          "with milliseconds of three digits");
      texts.put(SECONDS.format(time.atOffset(ZoneOffset.UTC)), "without milliseconds");
      texts.put(MILLIS.format(time.atZone(BEIJING)), "of UTC+8 in place of UTC");
      texts.put(String.valueOf(time.toEpochMilli()), "as milliseconds since 1970");
      texts.put(String.valueOf(time.getEpochSecond()), "as seconds since 1970");
      texts.remove(sent);
    }
    return texts;
  }

  /** For a time of version 2; empty where it is none. */
  static Map<String, String> ofVersion2(String sent) {
    Map<String, String> texts = new LinkedHashMap<>();
    OptionalLong millis = KooGalleryTime.number(sent, Notation.BOTH);
    if (millis.isPresent()) {
      Instant time = Instant.ofEpochMilli(millis.getAsLong());
      texts.put(String.valueOf(time.toEpochMilli()), "in milliseconds");
      texts.put(String.valueOf(time.getEpochSecond()), "in seconds");
      texts.put(MILLIS.format(time.atOffset(ZoneOffset.UTC)), "as version 1 writes it");
      texts.remove(sent);
    }
    return texts;
  }
}
