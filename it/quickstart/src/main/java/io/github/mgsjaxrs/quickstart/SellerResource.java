package io.github.mgsjaxrs.quickstart;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.koogallery.KooGallery;
import io.github.mgsjaxrs.koogallery.crypto.EncryptType;
import io.github.mgsjaxrs.koogallery.crypto.SensitiveFields;
import io.github.mgsjaxrs.quickstart.Instance.State;
import io.github.mgsjaxrs.quickstart.Instances.Order;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a seller on KooGallery answers, in both versions of its interface: an instance is bought,
 * renewed, expires and is released. A request that is repeated gets the same answer.
 */
@Path("koogallery")
@KooGallerySigned
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SellerResource {

  private static final String USER = "admin";

  /** Encrypts with the seller's access key. */
  @Inject KooGallery kooGallery;

  /** Whatever was sold. */
  @Inject Instances instances;

  /** Called by the container. */
  public SellerResource() {}

  /**
   * Answers version 1.
   *
   * @param uri with the parameters that were signed: the first value of each
   * @param security whose principal is the verified caller
   * @return result code, message and what was asked for
   */
  @GET
  public JsonObject query(@Context UriInfo uri, @Context SecurityContext security) {
    Map<String, String> parameters = new HashMap<>();
    uri.getQueryParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
    return answer(parameters, security);
  }

  /**
   * Answers version 2.
   *
   * @param body the body that was signed
   * @param security whose principal is the verified caller
   * @return result code, message and what was asked for
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject body(byte[] body, @Context SecurityContext security) {
    Map<String, String> parameters = new HashMap<>();
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      reader
          .readObject()
          .forEach(
              (name, value) -> {
                if (value instanceof JsonString text) {
                  parameters.put(name, text.getString());
                }
              });
    } catch (RuntimeException noObject) {
      // a JsonException, but for what is nested too deeply; the server's page would go unsigned
      return ResultCode.PARAMETER.answer("The body is no JSON object.").build();
    }
    return answer(parameters, security);
  }

  private JsonObject answer(Map<String, String> parameters, SecurityContext security) {
    try {
      return switch (parameters.getOrDefault("activity", "")) {
        case "newInstance" -> created(parameters, security);
        case "refreshInstance" ->
            changed(
                parameters,
                instance -> instance.renewed(parameters.getOrDefault("expireTime", "")),
                "orderId");
        case "expireInstance" -> changed(parameters, instance -> instance.in(State.FROZEN));
        case "releaseInstance" -> released(parameters);
        default -> ResultCode.PARAMETER.answer("The activity is not known.").build();
      };
    } catch (ParameterException wrong) {
      return ResultCode.PARAMETER.answer(wrong.text()).build();
    }
  }

  private JsonObject created(Map<String, String> parameters, SecurityContext security)
      throws ParameterException {
    EncryptType type = encryptType(parameters);
    Instance instance =
        instances.of(
            new Order(
                required(parameters, "orderId"),
                parameters.getOrDefault("orderLineId", parameters.getOrDefault("productId", ""))),
            required(parameters, "businessId"));
    SensitiveFields fields = fields(security, type);
    return ResultCode.SUCCESS
        .answer("Success.")
        .add("encryptType", type.parameter())
        .add("instanceId", instance.id())
        .add(
            "appInfo",
            Json.createObjectBuilder()
                .add("frontEndUrl", "https://app.example.com/" + instance.id())
                .add("userName", fields.encrypt(USER))
                .add("password", fields.encrypt(instance.password())))
        .build();
  }

  private JsonObject changed(
      Map<String, String> parameters, UnaryOperator<Instance> change, String... needed)
      throws ParameterException {
    for (String name : needed) {
      required(parameters, name);
    }
    return instances
        .change(
            required(parameters, "instanceId"),
            instance -> instance.state() == State.RELEASED ? instance : change.apply(instance))
        .filter(instance -> instance.state() != State.RELEASED)
        .map(instance -> ResultCode.SUCCESS.answer("Success."))
        .orElseGet(SellerResource::notFound)
        .build();
  }

  private JsonObject released(Map<String, String> parameters) throws ParameterException {
    return instances
        .change(required(parameters, "instanceId"), instance -> instance.in(State.RELEASED))
        .map(instance -> ResultCode.SUCCESS.answer("Success."))
        .orElseGet(SellerResource::notFound)
        .build();
  }

  private static JsonObjectBuilder notFound() {
    return ResultCode.NO_INSTANCE.answer("There is no such instance.");
  }

  /** Of the key that the request was signed with, which mgs.mode=report does not look for. */
  private SensitiveFields fields(SecurityContext security, EncryptType type) {
    return security.getUserPrincipal() instanceof VerifiedCaller caller
        ? kooGallery.sensitiveFields(caller, type)
        : kooGallery.sensitiveFields(type);
  }

  private static EncryptType encryptType(Map<String, String> parameters) throws ParameterException {
    try {
      return EncryptType.of(parameters.get("encryptType"));
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException("The encryptType is neither 1 nor 2.");
    }
  }

  private static String required(Map<String, String> parameters, String name)
      throws ParameterException {
    String value = parameters.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new ParameterException("The parameter " + name + " is missing.");
    }
    return value;
  }
}
