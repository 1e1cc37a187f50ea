package io.github.mgsjaxrs.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.Local;
import jakarta.ejb.Remote;
import org.junit.jupiter.api.Test;

/** The views of session beans, however they are named. */
class SessionViewsTest {

  interface Parent {}

  interface Api extends Parent {}

  @Local
  interface LocalApi {}

  interface Other {}

  @Local(Api.class)
  static class NamesIt {}

  @Remote(Api.class)
  static class NamesRemote {}

  static class Inherits extends NamesIt {}

  @Local
  static class NamesNone implements Api {}

  @Remote
  static class RemoteOfAll implements Api {}

  static class ByInterface implements LocalApi {}

  @Test
  void readsInterfacesThatTheClassNames() {
    assertThat(SessionViews.mayShow(NamesIt.class, Api.class)).isTrue();
    assertThat(SessionViews.mayShow(NamesRemote.class, Api.class)).isTrue();
    assertThat(SessionViews.mayShow(NamesIt.class, Parent.class)).isTrue();
    assertThat(SessionViews.mayShow(NamesIt.class, Other.class)).isFalse();
  }

  @Test
  void readsInterfacesThatASuperclassNames() {
    assertThat(SessionViews.mayShow(Inherits.class, Api.class)).isTrue();
  }

  @Test
  void takesAllInterfacesWhereNoneIsNamed() {
    assertThat(SessionViews.mayShow(NamesNone.class, Parent.class)).isTrue();
    assertThat(SessionViews.mayShow(RemoteOfAll.class, Api.class)).isTrue();
    assertThat(SessionViews.mayShow(NamesNone.class, Other.class)).isFalse();
  }

  @Test
  void takesInterfacesThatSayThatTheyAreBusinessInterfaces() {
    assertThat(SessionViews.mayShow(ByInterface.class, LocalApi.class)).isTrue();
  }
}
