package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.SettingDefault;
import io.github.mgsjaxrs.internal.settings.SettingGroup;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.settings.PathScope;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
              Form.words(Scheme.class),
              SettingDefault.value("backend"),
              Draft::withScheme,
              "protects the pattern; `rpc`: by what clients sign for the gateway; `koogallery`: by"
                  + " what KooGallery signs")
          .withList(
              "operation-types",
              Form.TEXT,
              SettingDefault.otherwise("every one"),
              Draft::withOperationTypes,
              "with `scheme=rpc`: the operation types that are answered there");

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
      if (scheme != Scheme.RPC && !operationTypes.isEmpty()) {
        throw new MgsConfigurationException(
            GROUP.quoted(pattern, "operation-types")
                + " is set, and only calls of clients have operation types: set "
                + GROUP.quoted(pattern, "scheme")
                + "=rpc, or remove it");
      }
      return switch (scheme) {
        case BACKEND -> builder;
        case RPC -> builder.protectRpc(pattern, Set.copyOf(operationTypes));
        case KOOGALLERY -> builder.protectKooGallery(pattern);
      };
    }
  }
}
