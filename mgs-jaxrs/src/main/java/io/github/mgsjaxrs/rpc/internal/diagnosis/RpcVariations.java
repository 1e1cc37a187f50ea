package io.github.mgsjaxrs.rpc.internal.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.diagnosis.BodyChange;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.rpc.internal.diagnosis.RpcVariation.Part;
import io.github.mgsjaxrs.rpc.protocol.RpcTemplate;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp.Notation;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What clients often do otherwise when they write the text of a call. */
final class RpcVariations {

  private static final byte[] WRAP_START = "[{\"_requestBody\":".getBytes(US_ASCII);
  private static final byte[] WRAP_END = "}]".getBytes(US_ASCII);
  private static final String WITHOUT_BREAKS = ": write it without";

  private final RpcReading sent;
  private final List<RpcVariation> variations = new ArrayList<>();

  private RpcVariations(RpcReading sent) {
    this.sent = sent;
  }

  static List<RpcVariation> of(RpcReading sent) {
    RpcVariations all = new RpcVariations(sent);
    all.addBase64();
    all.addBodies();
    all.addTimestamps();
    all.addOperationType();
    all.addTemplate();
    return all.variations;
  }

  private void addBase64() {
    for (int length : new int[] {64, 76}) {
      for (String end : new String[] {"\n", "\r\n"}) {
        String breaks = end.equals("\n") ? "a line feed" : "a carriage return and a line feed";
        String found =
            "The body was written in Base64 with "
                + breaks
                + " after every "
                + length
                + " characters";
        Base64.Encoder encoder = Base64.getMimeEncoder(length, end.getBytes(US_ASCII));
        addData(found + WITHOUT_BREAKS, encoder::encodeToString);
        addData(
            found + " and at its end" + WITHOUT_BREAKS, body -> encoder.encodeToString(body) + end);
      }
    }
    addData(
        "The body was written in Base64 with a line feed at its end" + WITHOUT_BREAKS,
        body -> Base64.getEncoder().encodeToString(body) + "\n");
    addData(
        "The body was written in Base64 for URLs, with - and _: the alphabet with + and / is"
            + " needed",
        Base64.getUrlEncoder()::encodeToString);
    addData(
        "The body was written in Base64 for URLs, with - and _, and without padding: the alphabet"
            + " with + and /, and = at the end, are needed",
        Base64.getUrlEncoder().withoutPadding()::encodeToString);
    addData(
        "The body was written in Base64 without its padding: = at the end is needed",
        Base64.getEncoder().withoutPadding()::encodeToString);
    addData(
        "The body was signed as it is: it has to be written in Base64",
        body -> new String(body, UTF_8));
  }

  private void addData(String why, Function<byte[], String> data) {
    add(Part.BASE64, Finding.ofCause(why), reading -> reading.withData(data));
  }

  private void addBodies() {
    if (unwrapped(sent.body()) == null) {
      addBody(
          "The body was signed inside of [{\"_requestBody\":…}], and is sent without",
          RpcVariations::wrap);
    } else {
      addBody(
          "The body was signed without the [{\"_requestBody\":…}] around it, and is sent with it",
          RpcVariations::unwrapped);
    }
    BodyChange.ALL.forEach(each -> addBody(each.why(), each.change()));
  }

  private void addBody(String why, BodyChange.Change change) {
    UnaryOperator<byte[]> other = new BodyChange(why, change).orSame();
    add(Part.BODY, Finding.ofCause(why), reading -> reading.withBody(other.apply(reading.body())));
  }

  private static byte[] wrap(byte[] body) {
    ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
    wrapped.writeBytes(WRAP_START);
    wrapped.writeBytes(body);
    wrapped.writeBytes(WRAP_END);
    return wrapped.toByteArray();
  }

  private static byte @Nullable [] unwrapped(byte[] body) {
    String text = new String(body, ISO_8859_1); // each byte a character, and back
    String start = new String(WRAP_START, US_ASCII);
    String end = new String(WRAP_END, US_ASCII);
    return text.startsWith(start) && text.endsWith(end)
        ? text.substring(start.length(), text.length() - end.length()).getBytes(ISO_8859_1)
        : null;
  }

  private void addTimestamps() {
    RpcTimestamp.millis(sent.ts(), Notation.BOTH)
        .ifPresent(
            millis -> {
              for (Notation notation : new Notation[] {Notation.DECIMAL, Notation.BASE64}) {
                String other = RpcTimestamp.write(millis, notation);
                if (!other.equals(sent.ts())) {
                  add(
                      Part.TS,
                      Finding.ofCause(
                          "The timestamp was signed in another notation than it is sent in: both"
                              + " have to be the same text"),
                      reading -> reading.withTs(other));
                }
              }
            });
  }

  private void addOperationType() {
    String lowerCase = sent.operationType().toLowerCase(Locale.ROOT);
    if (!lowerCase.equals(sent.operationType())) {
      add(
          Part.OPERATION_TYPE,
          Finding.ofCause(
              "The operation type was signed in lower case, and is sent in another one: something"
                  + " between changed it"),
          reading -> reading.withOperationType(lowerCase));
    }
  }

  private void addTemplate() {
    if (!sent.template().equals(RpcTemplate.DEFAULT)) {
      add(
          Part.TEMPLATE,
          Finding.of(
              "mgs.rpc.text=" + RpcTemplate.DEFAULT,
              "The text was signed as it was observed, and mgs.rpc.text says otherwise"),
          reading -> reading.withTemplate(RpcTemplate.DEFAULT));
    }
  }

  private void add(Part part, Finding finding, UnaryOperator<RpcReading> change) {
    variations.add(new RpcVariation(part, finding, change));
  }
}
