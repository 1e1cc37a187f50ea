package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.diagnosis.SentParameter;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import io.github.mgsjaxrs.koogallery.crypto.KeyedText;
import io.github.mgsjaxrs.koogallery.crypto.KeyedText.Place;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryQuery;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What version 1 signs, in its parts.
 *
 * @param parameters all of the query, in their order
 * @param selection which of them are signed
 * @param order puts them in order
 * @param writing writes a name or a value, which it gets as it was sent and decoded
 * @param assigned whether a parameter without an equals sign gets one
 * @param join puts something around all
 * @param inKey where the access key stands in the HMAC's key
 * @param keyTime what else is in it
 */
record KooGalleryQueryReading(
    List<SentParameter> parameters,
    UnaryOperator<List<SentParameter>> selection,
    UnaryOperator<Stream<SentParameter>> order,
    BinaryOperator<String> writing,
    boolean assigned,
    UnaryOperator<String> join,
    Place inKey,
    String keyTime)
    implements KooGalleryReading {

  /** As verification reads it. */
  static KooGalleryQueryReading of(String query, String timeStamp) {
    return new KooGalleryQueryReading(
        SentParameter.of(query),
        all -> firstOfEach(withoutToken(all)),
        sorted -> sorted.sorted(Comparator.comparing(SentParameter::name)),
        (raw, decoded) -> decoded,
        true,
        UnaryOperator.identity(),
        Place.BEFORE,
        timeStamp);
  }

  static List<SentParameter> withoutToken(List<SentParameter> all) {
    return all.stream().filter(each -> !each.name().equals(KooGalleryQuery.AUTH_TOKEN)).toList();
  }

  static List<SentParameter> firstOfEach(List<SentParameter> all) {
    Set<String> names = new HashSet<>();
    return all.stream().filter(each -> names.add(each.name())).toList();
  }

  @Override
  public Function<AccessKey, KeyedText> written() {
    KeyedText text =
        new KeyedText(inKey, keyTime.getBytes(UTF_8), Place.NOWHERE, text().getBytes(UTF_8));
    return key -> text;
  }

  private String text() {
    return join.apply(
        order
            .apply(selection.apply(parameters).stream())
            .map(this::written)
            .collect(Collectors.joining("&")));
  }

  private String written(SentParameter parameter) {
    String name = writing.apply(parameter.rawName(), parameter.name());
    String value = parameter.rawValue();
    if (value == null) {
      return assigned ? name + '=' : name;
    }
    return name + '=' + writing.apply(value, parameter.value());
  }

  KooGalleryQueryReading withParameters(Function<SentParameter, SentParameter> change) {
    return new KooGalleryQueryReading(
        parameters.stream().map(change).toList(),
        selection,
        order,
        writing,
        assigned,
        join,
        inKey,
        keyTime);
  }

  KooGalleryQueryReading withSelection(UnaryOperator<List<SentParameter>> other) {
    return new KooGalleryQueryReading(
        parameters, other, order, writing, assigned, join, inKey, keyTime);
  }

  KooGalleryQueryReading withOrder(UnaryOperator<Stream<SentParameter>> other) {
    return new KooGalleryQueryReading(
        parameters, selection, other, writing, assigned, join, inKey, keyTime);
  }

  KooGalleryQueryReading withWriting(BinaryOperator<String> other) {
    return new KooGalleryQueryReading(
        parameters, selection, order, other, assigned, join, inKey, keyTime);
  }

  KooGalleryQueryReading asSent() {
    return new KooGalleryQueryReading(
        parameters, selection, order, writing, false, join, inKey, keyTime);
  }

  KooGalleryQueryReading withJoin(UnaryOperator<String> other) {
    return new KooGalleryQueryReading(
        parameters, selection, order, writing, assigned, other, inKey, keyTime);
  }

  KooGalleryQueryReading withKey(Place place, String time) {
    return new KooGalleryQueryReading(
        parameters, selection, order, writing, assigned, join, place, time);
  }
}
