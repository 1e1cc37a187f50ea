package io.github.mgsjaxrs.quickstart;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * All instances, by order and by id. A seller keeps them in a database, with the order as its key:
 * KooGallery sends a request again when it has no answer, also while the first one is under way.
 */
@ApplicationScoped
public class Instances {

  private static final int PASSWORD_LENGTH = 16;
  private static final String PASSWORD_SIGNS =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  private final Map<Order, String> idsByOrder = new ConcurrentHashMap<>();
  private final Map<String, Instance> instances = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /**
   * What is bought once, however often it is asked for.
   *
   * @param order the order's id
   * @param line the line of the order, or the product
   */
  record Order(String order, String line) {}

  /** Called by the container. */
  public Instances() {}

  /** The instance of an order; only the first call for it creates one. */
  Instance of(Order order, String proposedId) {
    String id = idsByOrder.computeIfAbsent(order, first -> proposedId);
    return instances.computeIfAbsent(
        id, first -> new Instance(first, password(), Instance.State.RUNNING, ""));
  }

  /** Changes an instance, unless there is none. */
  Optional<Instance> change(String id, UnaryOperator<Instance> change) {
    return Optional.ofNullable(
        instances.computeIfPresent(id, (sameId, instance) -> change.apply(instance)));
  }

  private String password() {
    StringBuilder password = new StringBuilder(PASSWORD_LENGTH);
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      password.append(PASSWORD_SIGNS.charAt(random.nextInt(PASSWORD_SIGNS.length())));
    }
    return password.toString();
  }
}
