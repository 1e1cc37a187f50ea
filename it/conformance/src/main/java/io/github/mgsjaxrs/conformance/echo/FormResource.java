package io.github.mgsjaxrs.conformance.echo;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/**
 * Takes a form in every way that Jakarta REST offers, and answers the values of its field {@code
 * name}, joined by line feeds. For tests only.
 */
@Path("echo-forms")
@MgsSigned
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/plain;charset=UTF-8")
public class FormResource {

  /** Resources are created for each request. */
  public FormResource() {}

  /**
   * Takes it as a map.
   *
   * @param form the fields
   * @return the values
   */
  @POST
  @Path("map")
  public String map(MultivaluedMap<String, String> form) {
    return String.join("\n", form.getOrDefault("name", List.of()));
  }

  /**
   * Takes it as a form.
   *
   * @param form the fields
   * @return the values
   */
  @POST
  @Path("form")
  public String form(Form form) {
    return map(form.asMap());
  }

  /**
   * Takes a single field of it.
   *
   * @param name the values
   * @return the values
   */
  @POST
  @Path("param")
  public String param(@FormParam("name") List<String> name) {
    return String.join("\n", name);
  }
}
