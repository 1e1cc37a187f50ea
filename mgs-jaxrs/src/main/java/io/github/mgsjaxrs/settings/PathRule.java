package io.github.mgsjaxrs.settings;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a protected path asks of its requests ({@code mgs.protect."<pattern>".*}).
 *
 * <pre>{@code
 * PathRule orders = PathRule.of(Scheme.BACKEND).withKeys(Set.of("orders"));
 * PathRule calls = PathRule.of(Scheme.RPC).withOperationTypes(Set.of("com.example.order"));
 * }</pre>
 *
 * @param scheme how they are signed
 * @param keys the ids of the keys that are admitted; empty for every key of the scheme
 * @param operationTypes the operation types that are answered; empty for every one, and always
 *     empty where a scheme {@linkplain Scheme#hasOperations() has none}
 */
public record PathRule(Scheme scheme, Set<String> keys, Set<String> operationTypes) {

  /**
   * Copies the sets.
   *
   * @throws MgsConfigurationException if there are operation types, and the scheme has none
   */
  public PathRule {
    Objects.requireNonNull(scheme, "scheme");
    keys = Set.copyOf(keys);
    operationTypes = Set.copyOf(operationTypes);
    if (!scheme.hasOperations() && !operationTypes.isEmpty()) {
      throw new MgsConfigurationException(
          "A path of the scheme "
              + scheme.word()
              + " has operation types, and only calls of clients have them: set"
              + " mgs.protect.\"<pattern>\".scheme="
              + withOperations()
              + ", or remove them");
    }
  }

  private static String withOperations() {
    return Stream.of(Scheme.values())
        .filter(Scheme::hasOperations)
        .map(Scheme::word)
        .collect(Collectors.joining(" or "));
  }

  /**
   * Any key of a scheme.
   *
   * @param scheme how requests are signed
   * @return a rule that asks for nothing else
   */
  public static PathRule of(Scheme scheme) {
    return new PathRule(scheme, Set.of(), Set.of());
  }

  /**
   * The same with other keys.
   *
   * @param ids the ids of the keys that are admitted; empty for every key of the scheme
   * @return a new rule
   */
  public PathRule withKeys(Set<String> ids) {
    return new PathRule(scheme, ids, operationTypes);
  }

  /**
   * The same with other operation types.
   *
   * @param answered the operation types that are answered; empty for every one
   * @return a new rule
   * @throws MgsConfigurationException if there are some, and the scheme has none
   */
  public PathRule withOperationTypes(Set<String> answered) {
    return new PathRule(scheme, keys, answered);
  }
}
