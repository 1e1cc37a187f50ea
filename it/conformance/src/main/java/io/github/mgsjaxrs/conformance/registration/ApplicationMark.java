package io.github.mgsjaxrs.conformance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.registration.MarkedApplications.Keyed;
import io.github.mgsjaxrs.conformance.registration.MarkedApplications.KeyedApi;
import io.github.mgsjaxrs.conformance.registration.MarkedApplications.KeyedByInterface;
import io.github.mgsjaxrs.conformance.registration.MarkedApplications.KeyedBySuperclass;
import io.github.mgsjaxrs.conformance.registration.MarkedApplications.Marked;
import io.github.mgsjaxrs.conformance.registration.MarkedApplications.MarkedForOneKey;
import io.github.mgsjaxrs.conformance.registration.MarkedApplications.OfInterface;
import io.github.mgsjaxrs.conformance.registration.MarkedApplications.OfSuperclass;
import io.github.mgsjaxrs.conformance.registration.MarkedApplications.Unmarked;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.List;

/** A place of a mark on an application; each is an application of its own with one resource. */
public enum ApplicationMark {
  /** No mark. */
  NONE(Admits.EVERYBODY, Unmarked.class),
  /** A mark on the class that admits one key. */
  CLASS_FOR_ONE_KEY(Admits.ONE_KEY, Keyed.class),
  /** A mark on the superclass. */
  SUPERCLASS(Admits.EVERY_KEY, OfSuperclass.class, Marked.class),
  /** A mark on the superclass that admits one key. */
  SUPERCLASS_FOR_ONE_KEY(Admits.ONE_KEY, KeyedBySuperclass.class, MarkedForOneKey.class),
  /** A mark on an interface. */
  INTERFACE(Admits.EVERY_KEY, OfInterface.class, ClosedApi.class),
  /** A mark on an interface that admits one key. */
  INTERFACE_FOR_ONE_KEY(Admits.ONE_KEY, KeyedByInterface.class, KeyedApi.class);

  private enum Admits {
    EVERYBODY,
    EVERY_KEY,
    ONE_KEY
  }

  private final Admits admits;
  private final List<Class<?>> classes;

  ApplicationMark(Admits admits, Class<?> application, Class<?>... supertypes) {
    this.admits = admits;
    this.classes =
        supertypes.length == 0
            ? List.of(PlainResource.class, application)
            : List.of(PlainResource.class, application, supertypes[0]);
  }

  /** The application and its resource. */
  public List<Class<?>> classes() {
    return classes;
  }

  /**
   * Asks the resource of a running application, unsigned and by two keys.
   *
   * @param endpoint where it listens
   */
  public void check(Endpoint endpoint) {
    String path = endpoint.base() + "/marked";
    is(endpoint.send(RawRequest.of("GET", path)), admits == Admits.EVERYBODY);
    is(signed(endpoint, path, SuiteKeys.of("MD5")), admits != Admits.ONE_KEY);
    is(signed(endpoint, path, SuiteKeys.ofTeam()), true);
  }

  private static RawResponse signed(Endpoint endpoint, String path, GatewayKey key) {
    return endpoint.send(GatewayCall.to("GET", path).signedWith(key));
  }

  private void is(RawResponse answer, boolean served) {
    assertThat(answer.status()).as("%s: %s", this, answer).isEqualTo(served ? 200 : 401);
    assertThat(answer.text().equals(Registration.SERVED)).isEqualTo(served);
  }
}
