package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.SettingDefault;
import io.github.mgsjaxrs.internal.settings.SettingGroup;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.internal.slices.SchemeSlices;
import io.github.mgsjaxrs.settings.PathScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code mgs.protect}, what stands below it, and {@code mgs.protect."<pattern>".*}. */
final class ProtectTable {

  private static final Form<String> PATTERN = Form.text(ProtectTable::pattern);

  private static final SettingGroup<Draft> GROUP =
      SettingGroup.of("mgs.protect.", "<pattern>", Draft::of)
          .withList(
              "keys",
              Form.TEXT,
              SettingDefault.otherwise("every key"),
              Draft::withKeys,
              "protects the pattern, and admits only these key ids there")
          .with(
              "scheme",
              Form.words(words()),
              SettingDefault.value("backend"),
              Draft::withScheme,
              "protects the pattern; " + others())
          .withList(
              "operation-types",
              Form.TEXT,
              SettingDefault.otherwise("every one"),
              Draft::withOperationTypes,
              "with " + withOperations() + ": the operation types that are answered there");

  static final SettingTable<MgsVerifierBuilder> TABLE =
      SettingTable.of("mgs.protect", MgsVerifier::builder)
          .withList(
              "",
              PATTERN,
              SettingDefault.NONE,
              (builder, patterns) -> builder.protect(patterns.toArray(String[]::new)),
              "patterns of protected paths, with commas between")
          .withList(
              "except",
              PATTERN,
              SettingDefault.NONE,
              (builder, patterns) -> builder.protectExcept(patterns.toArray(String[]::new)),
              "patterns that stay open")
          .with(
              GROUP,
              MgsVerifierBuilder::protectedPatterns,
              (builder, draft) -> draft.protect(builder))
          .with(
              "preflight",
              Form.words(Map.of("refuse", false, "pass", true)),
              SettingDefault.value("refuse"),
              MgsVerifierBuilder::preflight,
              "`pass`: automatic OPTIONS under path scope");

  private ProtectTable() {}

  private static Map<String, Scheme> words() {
    return Stream.of(Scheme.values()).collect(Collectors.toMap(Scheme::word, Function.identity()));
  }

  private static String others() {
    return SchemeSlices.all()
        .filter(slice -> slice.settings().scheme() != Scheme.BACKEND)
        .map(slice -> "`" + slice.settings().scheme().word() + "`: by " + slice.signed())
        .collect(Collectors.joining("; "));
  }

  private static String withOperations() {
    return Stream.of(Scheme.values())
        .filter(Scheme::hasOperations)
        .map(scheme -> "`scheme=" + scheme.word() + "`")
        .collect(Collectors.joining(" or "));
  }

  private static String pattern(String pattern) {
    return new PathScope(Map.of(), List.of(pattern), false).except().get(0);
  }

  /**
   * What is set of one pattern.
   *
   * @param pattern the pattern
   * @param keys the ids that are admitted; empty for every key
   * @param scheme how requests are signed there
   * @param operationTypes those that are answered; empty for every one
   */
  private record Draft(
      String pattern, List<String> keys, Scheme scheme, List<String> operationTypes) {

    private static Draft of(String pattern) {
      return new Draft(pattern, List.of(), Scheme.BACKEND, List.of());
    }

    private Draft withKeys(List<String> ids) {
      if (ids.isEmpty()) {
        throw new IllegalArgumentException(
            "it names no key: name key ids, or remove it and set mgs.protect");
      }
      return new Draft(pattern, ids, scheme, operationTypes);
    }

    private Draft withScheme(Scheme choice) {
      return new Draft(pattern, keys, choice, operationTypes);
    }

    private Draft withOperationTypes(List<String> answered) {
      if (answered.isEmpty()) {
        throw new IllegalArgumentException("it names no operation type: name some, or remove it");
      }
      return new Draft(pattern, keys, scheme, answered);
    }

    private MgsVerifierBuilder protect(MgsVerifierBuilder builder) {
      builder.protect(ProtectTable.pattern(pattern));
      if (!keys.isEmpty()) {
        builder.protectWithKeys(pattern, Set.copyOf(keys));
      }
      if (!scheme.hasOperations() && !operationTypes.isEmpty()) {
        throw new MgsConfigurationException(
            GROUP.quoted(pattern, "operation-types")
                + " is set, and only calls of clients have operation types: set "
                + GROUP.quoted(pattern, "scheme")
                + "=rpc, or remove it");
      }
      // the gateway's own is what the pattern has until another one is named
      return scheme == Scheme.BACKEND
          ? builder
          : builder.protectBy(scheme, pattern, Set.copyOf(operationTypes));
    }
  }
}
