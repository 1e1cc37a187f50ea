package io.github.mgsjaxrs.conformance.matrix;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one runtime has, and what cannot hold there.
 *
 * <pre>{@code
 * MatrixProfile.of("WildFly 39")
 *     .with(OptionalPart.values())
 *     .cannotHold("entity: part as @FormParam, 100 bytes", "the runtime injects null");
 * }</pre>
 */
public final class MatrixProfile {

  private final String runtime;
  private final Set<OptionalPart> parts = EnumSet.noneOf(OptionalPart.class);
  private final Map<String, String> cannotHold = new LinkedHashMap<>();
  private final Set<String> cannotTake = new HashSet<>();

  private MatrixProfile(String runtime) {
    this.runtime = runtime;
  }

  /**
   * A runtime without optional parts, where everything holds.
   *
   * @param runtime its name in the table of all runtimes
   * @return to be completed
   */
  public static MatrixProfile of(String runtime) {
    return new MatrixProfile(runtime);
  }

  /**
   * Adds what this runtime has.
   *
   * @param has the optional parts that are deployed
   * @return this
   */
  public MatrixProfile with(OptionalPart... has) {
    parts.addAll(Set.of(has));
    return this;
  }

  /**
   * Takes away what this runtime has not, of what was added before.
   *
   * @param lacks the optional parts that are not deployed
   * @return this
   */
  public MatrixProfile without(OptionalPart... lacks) {
    parts.removeAll(Set.of(lacks));
    return this;
  }

  /**
   * Names a case that cannot hold here. The suite then asserts that it fails closed: the request is
   * refused however it is signed, and reaches no resource.
   *
   * @param name the name of the case, as the test is called
   * @param reason one sentence for the table
   * @return this
   */
  public MatrixProfile cannotHold(String name, String reason) {
    cannotHold.put(Objects.requireNonNull(name), Objects.requireNonNull(reason));
    return this;
  }

  /**
   * Names a case in which the runtime hands its resource nothing, with or without the library. What
   * is not rightly signed reaches no resource; what is, fails there.
   *
   * @param name the name of the case, as the test is called
   * @param reason one sentence for the table
   * @return this
   */
  public MatrixProfile cannotTake(String name, String reason) {
    cannotTake.add(name);
    return cannotHold(name, reason);
  }

  /** The runtime's name in the table of all runtimes. */
  public String runtime() {
    return runtime;
  }

  boolean has(OptionalPart part) {
    return parts.contains(part);
  }

  @Nullable String whyNot(String name) {
    return cannotHold.get(name);
  }

  boolean isOfferedInVain(String name) {
    return cannotTake.contains(name);
  }

  Set<String> namesThatCannotHold() {
    return cannotHold.keySet();
  }
}
