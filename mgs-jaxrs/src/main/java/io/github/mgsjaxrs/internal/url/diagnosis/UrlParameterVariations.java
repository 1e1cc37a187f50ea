package io.github.mgsjaxrs.internal.url.diagnosis;

import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import io.github.mgsjaxrs.internal.diagnosis.Aspect;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.internal.diagnosis.Variation;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/** Other choices of how parameters are written ({@code mgs.canonical.*} and the like). */
final class UrlParameterVariations {

  private static final List<String> CHARSETS =
      List.of("GBK", "GB18030", "Big5", "ISO-8859-1", "UTF-8");

  private final UrlText text;
  private final String settings;
  private final Canonicalization configured;
  private final List<Choice> choices = new ArrayList<>();

  /** Another value of one setting. */
  private record Choice(String name, Finding finding, Consumer<Canonicalization.Builder> change) {}

  UrlParameterVariations(UrlMismatch mismatch, UrlText text) {
    this.text = text;
    this.settings = mismatch.settings() + '.';
    this.configured = mismatch.canonicalization();
    addEscapes();
    addValueless();
    addPrecedence();
    addOrder();
    addCharsets();
  }

  private void add(
      String name, String value, String cause, Consumer<Canonicalization.Builder> change) {
    String setting = settings + name;
    choices.add(new Choice(name, Finding.of(setting + "=" + value, cause), change));
  }

  private void addEscapes() {
    if (configured.parameters() == Escapes.DECODED) {
      add(
          "parameters",
          "raw",
          "The parameters were signed as they were sent, with their percent escapes",
          builder -> builder.parameters(Escapes.RAW));
    } else {
      add(
          "parameters",
          "decoded",
          "The parameters were signed decoded",
          builder -> builder.parameters(Escapes.DECODED));
    }
  }

  private void addValueless() {
    if (configured.valueless() == Valueless.EQUALS) {
      add(
          "valueless",
          "as-sent",
          "A parameter without a value was signed as k, not as k=",
          builder -> builder.valueless(Valueless.AS_SENT));
    } else {
      add(
          "valueless",
          "equals",
          "A parameter without a value was signed as k=, not as k",
          builder -> builder.valueless(Valueless.EQUALS));
    }
  }

  private void addPrecedence() {
    if (configured.precedence() == Precedence.QUERY) {
      add(
          "parameter-precedence",
          "form",
          "Of a name in query and form the form's value was signed",
          builder -> builder.precedence(Precedence.FORM));
    } else {
      add(
          "parameter-precedence",
          "query",
          "Of a name in query and form the query's value was signed",
          builder -> builder.precedence(Precedence.QUERY));
    }
  }

  private void addOrder() {
    if (configured.order() == Order.CASE_SENSITIVE) {
      add(
          "order",
          "case-insensitive",
          "The parameters were sorted without regard to case",
          builder -> builder.order(Order.CASE_INSENSITIVE));
    } else {
      add(
          "order",
          "case-sensitive",
          "The parameters were sorted with regard to case",
          builder -> builder.order(Order.CASE_SENSITIVE));
    }
  }

  private void addCharsets() {
    for (String name : CHARSETS) {
      if (Charset.isSupported(name) && !Charset.forName(name).equals(configured.charset())) {
        add(
            "charset",
            name,
            "The form was read in " + name,
            builder -> builder.charset(Charset.forName(name)));
      }
    }
    if (configured.charset() != null) {
      add(
          "charset",
          "declared",
          "The form was read in its declared charset",
          builder -> builder.charset(null));
    }
  }

  /** One setting changed. */
  List<Variation> singles() {
    return choices.stream()
        .map(
            choice -> {
              Canonicalization.Builder builder = configured.toBuilder();
              choice.change().accept(builder);
              return variation(List.of(choice.finding()), builder.build());
            })
        .toList();
  }

  /** Two settings changed. */
  List<Variation> pairs() {
    List<Variation> pairs = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      for (int j = i + 1; j < choices.size(); j++) {
        Choice one = choices.get(i);
        Choice other = choices.get(j);
        if (!one.name().equals(other.name())) {
          Canonicalization.Builder builder = configured.toBuilder();
          one.change().accept(builder);
          other.change().accept(builder);
          pairs.add(variation(Variation.together(one.finding(), other.finding()), builder.build()));
        }
      }
    }
    return pairs;
  }

  private Variation variation(List<Finding> findings, Canonicalization varied) {
    String parameters = text.parameters(varied);
    return new Variation(
        EnumSet.of(Aspect.PARAMETERS), findings, reading -> reading.withParameters(parameters));
  }
}
