package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureMark;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What calls itself a mark, and is that of no scheme: no application that has it may start. */
public final class StrayMarks {

  private StrayMarks() {}

  /** Says that it is a mark. */
  @SignatureMark(Scheme.RPC)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Mine {}

  /** Has it on a method. */
  @Path("mine")
  public static class OfMine {

    /** For the runtime. */
    public OfMine() {}

    @GET
    @Mine
    public String get() {
      return "";
    }
  }
}
