package io.github.mgsjaxrs.internal.url.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.backend.protocol.Body;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.ContentMd5;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import io.github.mgsjaxrs.internal.diagnosis.Aspect;
import io.github.mgsjaxrs.internal.diagnosis.BodyBytes;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.internal.diagnosis.JsonWhiteSpace;
import io.github.mgsjaxrs.internal.diagnosis.Variation;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Other content MD5s than the one that the request's body has. */
final class UrlBodyVariations {

  private static final byte[] NULL = "null".getBytes(UTF_8);

  private final SignedRequest request;
  private final UrlText text;
  private final String settings;
  private final Canonicalization configured;
  private final List<Variation> variations = new ArrayList<>();

  private UrlBodyVariations(UrlMismatch mismatch, UrlText text) {
    this.request = mismatch.request();
    this.text = text;
    this.settings = mismatch.settings();
    this.configured = mismatch.canonicalization();
  }

  static List<Variation> of(UrlMismatch mismatch, UrlText text) {
    UrlBodyVariations bodies = new UrlBodyVariations(mismatch, text);
    Body body = mismatch.request().body();
    byte[] entity = mismatch.entity().orElse(null);
    if (body instanceof Body.Form form) {
      bodies.addForm(form.bytes());
    } else if (body instanceof Body.Unsigned) {
      bodies.addUnsigned(body.length() == 0 ? new byte[0] : entity);
    } else if (body.length() == 0) {
      bodies.addEmpty();
    } else {
      bodies.addHashed(entity);
    }
    return bodies.variations;
  }

  private void add(Finding finding, byte[] hashed) {
    addLine(finding, line(hashed));
  }

  private void addLine(Finding finding, String line) {
    variations.add(
        Variation.of(Aspect.CONTENT_MD5, finding, reading -> reading.withContentMd5(line)));
  }

  private void addCause(String why, byte[] hashed) {
    add(Finding.ofCause(why), hashed);
  }

  private void addMissingLineFeed() {
    addLine(
        Finding.ofCause(
            "The line feed after the empty content MD5 is missing in what was signed: the gateway"
                + " writes it all the same"),
        "");
  }

  private void addForm(byte[] form) {
    addMissingLineFeed();
    Finding hashed =
        Finding.ofCause(
            "The form was hashed as a body: the gateway leaves the content MD5 of a form empty and"
                + " signs its fields as parameters");
    add(hashed, form);
    String query = text.queryParameters(configured);
    String line = line(form);
    variations.add(
        new Variation(
            EnumSet.of(Aspect.CONTENT_MD5, Aspect.PARAMETERS),
            List.of(hashed),
            reading -> reading.withContentMd5(line).withParameters(query)));
  }

  private void addUnsigned(byte @Nullable [] entity) {
    addMissingLineFeed();
    String method = request.method().toUpperCase(Locale.ROOT);
    if (entity == null) {
      return;
    }
    if (entity.length > 0) {
      addCause(
          "The body of a "
              + method
              + " was hashed: the gateway hashes the bodies of PUT and POST alone",
          entity);
    } else {
      String why =
          "A content MD5 was signed for a "
              + method
              + " without a body: the gateway leaves it empty but for PUT and POST";
      addCause(why, NULL);
      addCause(why, entity);
    }
  }

  private void addEmpty() {
    if (configured.emptyBody() == EmptyBody.UNSIGNED) {
      addMissingLineFeed();
      String why =
          "A content MD5 was signed for a request without a body: the gateway leaves it empty";
      addCause(why, NULL);
      addCause(why, new byte[0]);
      return;
    }
    addLine(
        Finding.ofCause(
            "The content MD5 was left empty for a request without a body: for PUT and POST the"
                + " gateway hashes the text null"),
        "\n");
    if (configured.emptyBody() != EmptyBody.BOTH) {
      boolean asNull = configured.emptyBody() == EmptyBody.NULL;
      add(
          Finding.of(
              "mgs.canonical.empty-body=both",
              "The empty body was hashed as "
                  + (asNull ? "nothing, not as the text null" : "the text null, not as nothing")),
          asNull ? new byte[0] : NULL);
    }
  }

  private void addHashed(byte @Nullable [] entity) {
    addLine(
        Finding.ofCause(
            "The body was not hashed: for PUT and POST the gateway signs its content MD5, unless"
                + " it is a form"),
        "\n");
    if (entity == null) {
      return;
    }
    addTranscoded(entity);
    byte[] withoutMark = BodyBytes.withoutByteOrderMark(entity);
    if (withoutMark == null) {
      addCause(
          "The body was hashed with a byte order mark in front, which it does not have here",
          BodyBytes.withByteOrderMark(entity));
    } else {
      addCause("The body was hashed without its byte order mark", withoutMark);
    }
    addCause(
        "The body was hashed with \\r\\n for \\n: something between changed its line ends",
        BodyBytes.withCarriageReturns(entity));
    addCause(
        "The body was hashed with \\n for \\r\\n: something between changed its line ends",
        BodyBytes.withoutCarriageReturns(entity));
    addCause(
        "The body was hashed with a line feed behind it, which it does not have here",
        BodyBytes.withLineFeed(entity));
    if (entity[entity.length - 1] == '\n') {
      addCause(
          "The body was hashed without the line end behind it",
          BodyBytes.withoutLastLineEnd(entity));
    }
    byte[] json = JsonWhiteSpace.without(entity);
    if (json != null) {
      addCause(
          "The JSON body was hashed as written anew without white space: something between parsed"
              + " it and wrote it again",
          json);
    }
  }

  private void addTranscoded(byte[] entity) {
    if (configured.charsetTranscoding()) {
      add(
          Finding.of(transcoding() + "false", "The body was hashed as it was sent, not transcoded"),
          entity);
      return;
    }
    byte[] transcoded = transcoded(entity);
    if (transcoded != null) {
      add(
          Finding.of(
              transcoding() + "true",
              "The body was hashed after it was transcoded from its declared charset to UTF-8"),
          transcoded);
    }
  }

  private String transcoding() {
    return settings + ".charset-transcoding=";
  }

  private byte @Nullable [] transcoded(byte[] entity) {
    try {
      Charset declared =
          ContentMd5.transcodedFrom(
              request.contentType(), configured.toBuilder().charsetTranscoding(true).build());
      return declared == null
          ? null
          : declared.newDecoder().decode(ByteBuffer.wrap(entity)).toString().getBytes(UTF_8);
    } catch (MalformedRequestException | CharacterCodingException unreadable) {
      return null;
    }
  }

  private static String line(byte[] hashed) {
    return Base64.getEncoder().encodeToString(JdkDigest.MD5.of(hashed)) + '\n';
  }
}
