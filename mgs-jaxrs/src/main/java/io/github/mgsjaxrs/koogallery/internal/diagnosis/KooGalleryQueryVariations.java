package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.internal.diagnosis.SentParameter;
import io.github.mgsjaxrs.koogallery.crypto.KeyedText.Place;
import io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryVariation.Part;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryQuery;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is often otherwise where somebody signs a query, or passes it on (version 1). */
final class KooGalleryQueryVariations {

  /** Of so many parameters each is left out once. */
  private static final int MOST_LEFT_OUT = 24;

  private final KooGalleryQueryReading sent;
  private final List<KooGalleryVariation<KooGalleryQueryReading>> variations = new ArrayList<>();

  private KooGalleryQueryVariations(KooGalleryQueryReading sent) {
    this.sent = sent;
  }

  static List<KooGalleryVariation<KooGalleryQueryReading>> of(KooGalleryQueryReading sent) {
    KooGalleryQueryVariations all = new KooGalleryQueryVariations(sent);
    all.addWritings();
    all.addOrders();
    all.addSelections();
    all.addJoins();
    all.addKeys();
    all.addTimes();
    return all.variations;
  }

  private void addWritings() {
    addWriting(
        "A plus sign was signed that is sent as +, which is a blank: send it as %2B",
        (raw, decoded) -> SentParameter.decoded(raw.replace("+", "%2B")));
    addWriting(
        "The parameters were signed with the percent escapes with which they are sent: sign them"
            + " decoded; or a proxy decoded them once before, and must not",
        (raw, decoded) -> raw);
    addWriting(
        "The parameters are sent with one more percent-encoding than was signed: something between"
            + " encoded them again",
        (raw, decoded) -> SentParameter.decoded(decoded));
    addWriting(
        "The parameters were signed percent-encoded, with + for a blank: sign them decoded",
        (raw, decoded) -> URLEncoder.encode(decoded, UTF_8));
    addWriting(
        "The parameters were signed percent-encoded, with %20 for a blank: sign them decoded",
        (raw, decoded) ->
            URLEncoder.encode(decoded, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~"));
    addWriting(
        "The parameters were signed without the blanks at the ends of their values: sign what is"
            + " sent",
        (raw, decoded) -> decoded.strip());
  }

  private void addWriting(String why, BinaryOperator<String> writing) {
    add(Part.WRITING, why, reading -> reading.withWriting(writing));
  }

  private void addOrders() {
    addOrder(
        "The parameters were signed in the order in which they are sent: sort them by their names",
        UnaryOperator.identity());
    addOrder(
        "The parameters were sorted without regard to case: sort them as ASCII has it, A to Z"
            + " before a",
        all ->
            all.sorted(Comparator.comparing(SentParameter::name, String.CASE_INSENSITIVE_ORDER)));
    addOrder(
        "The parameters were sorted as texts of name, = and value: sort them by their names alone",
        all -> all.sorted(Comparator.comparing(each -> each.name() + '=' + each.value())));
  }

  private void addOrder(String why, UnaryOperator<Stream<SentParameter>> order) {
    add(Part.ORDER, why, reading -> reading.withOrder(order));
  }

  private void addSelections() {
    addSelection(
        "Of a repeated parameter the last value was signed: sign the first",
        all -> lastOfEach(KooGalleryQueryReading.withoutToken(all)));
    addSelection(
        "Of a repeated parameter all values were signed: sign the first alone",
        KooGalleryQueryReading::withoutToken);
    addSelection(
        "Parameters without a value were not signed: sign them as name and =",
        all ->
            KooGalleryQueryReading.firstOfEach(
                KooGalleryQueryReading.withoutToken(all).stream()
                    .filter(each -> !each.value().isEmpty())
                    .toList()));
    addSelection(
        "An empty authToken was signed among the parameters: leave it out",
        all ->
            KooGalleryQueryReading.firstOfEach(
                all.stream().map(KooGalleryQueryVariations::emptyToken).toList()));
    add(
        Part.VALUELESS,
        "A parameter without a value was signed as its name alone: sign it as name and =",
        KooGalleryQueryReading::asSent);
    sent.parameters().stream()
        .map(SentParameter::name)
        .filter(name -> !name.equals(KooGalleryQuery.AUTH_TOKEN))
        .distinct()
        .limit(MOST_LEFT_OUT)
        .forEach(this::addWithout);
  }

  private void addWithout(String name) {
    addSelection(
        "The parameter '"
            + name
            + "' was not signed: something between added it, or it was left out where the rest was"
            + " signed",
        all ->
            KooGalleryQueryReading.firstOfEach(
                KooGalleryQueryReading.withoutToken(all).stream()
                    .filter(each -> !each.name().equals(name))
                    .toList()));
  }

  private void addSelection(String why, UnaryOperator<List<SentParameter>> selection) {
    add(Part.SELECTION, why, reading -> reading.withSelection(selection));
  }

  private static List<SentParameter> lastOfEach(List<SentParameter> all) {
    Map<String, SentParameter> last = new LinkedHashMap<>();
    all.forEach(each -> last.put(each.name(), each));
    return List.copyOf(last.values());
  }

  private static SentParameter emptyToken(SentParameter parameter) {
    return parameter.name().equals(KooGalleryQuery.AUTH_TOKEN)
        ? SentParameter.of(parameter.rawName(), "")
        : parameter;
  }

  private void addJoins() {
    add(
        Part.JOIN,
        "An ampersand stands behind the text that was signed: leave it out",
        reading -> reading.withJoin(text -> text + '&'));
    add(
        Part.JOIN,
        "A question mark stands in front of the text that was signed: leave it out",
        reading -> reading.withJoin(text -> '?' + text));
  }

  private void addKeys() {
    String time = sent.keyTime();
    add(
        Part.KEY,
        "The HMAC's key was the access key alone: it is the access key and timeStamp behind it",
        reading -> reading.withKey(Place.BEFORE, ""));
    add(
        Part.KEY,
        "The HMAC's key was timeStamp and the access key behind it: the access key comes first",
        reading -> reading.withKey(Place.BEHIND, time));
    add(
        Part.KEY,
        "The HMAC's key was timeStamp alone: it is the access key and timeStamp behind it",
        reading -> reading.withKey(Place.NOWHERE, time));
  }

  private void addTimes() {
    KooGalleryTimes.ofVersion1(sent.keyTime())
        .forEach(
            (text, notation) -> {
              add(
                  Part.KEY,
                  "The HMAC's key has the time "
                      + notation
                      + ", and timeStamp is sent otherwise: both have to be the same text",
                  reading -> reading.withKey(Place.BEFORE, text));
              add(
                  Part.TIME,
                  "The time was signed " + notation + ", and timeStamp is sent otherwise",
                  reading ->
                      reading
                          .withParameters(each -> timed(each, text))
                          .withKey(reading.inKey(), reading.keyTime().isEmpty() ? "" : text));
            });
  }

  private static SentParameter timed(SentParameter parameter, String time) {
    return parameter.name().equals(KooGalleryQuery.TIME_STAMP)
        ? SentParameter.of(parameter.rawName(), time)
        : parameter;
  }

  private void add(Part part, String why, UnaryOperator<KooGalleryQueryReading> change) {
    variations.add(new KooGalleryVariation<>(part, Finding.ofCause(why), change));
  }
}
