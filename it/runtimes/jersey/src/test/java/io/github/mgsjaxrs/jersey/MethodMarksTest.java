package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.MarkResources;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Configuration;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.ModelProcessor;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Marks in the places that only Jersey has; the others are rows of the matrix. */
class MethodMarksTest {

  @RegisterExtension
  static final SharedServer PROGRAMMATIC =
      GrizzlyServer.of(TestVerifiers::builder, MethodMarksTest::programmatic);

  @RegisterExtension
  static final SharedServer MARKED_CONFIGURATION =
      GrizzlyServer.of(TestVerifiers::builder, MarkedConfiguration::new);

  private static final GatewayKey KEY = SuiteKeys.of("SM3");

  /** Jersey's own kind of application, with a mark on it. */
  @MgsSigned
  public static class MarkedConfiguration extends ResourceConfig {
    /** Registers an unmarked resource. */
    public MarkedConfiguration() {
      super(SmallApplications.Api.class);
    }
  }

  private static ResourceConfig programmatic() {
    Class<?> resource = MarkResources.OnMethod.class;
    Resource.Builder builder = Resource.builder("programmatic");
    try {
      builder.addMethod("POST").handledBy(resource, resource.getMethod("marked", String.class));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    Resource.Builder answering = Resource.builder("answering");
    answering.addMethod("OPTIONS").handledBy(new Answering());
    answering.addMethod("POST").handledBy(new Answering());
    answering.addMethod("GET").handledBy(request -> "open");
    return new ResourceConfig(Locating.class, Again.class, Viewed.class)
        .register(new Viewing())
        .registerResources(builder.build(), answering.build(), bound());
  }

  /** Answers what Jersey would answer itself, and everything else. */
  @MgsSigned
  static class Answering implements Inflector<ContainerRequestContext, String> {
    @Override
    public String apply(ContainerRequestContext request) {
      return request.getMethod().equals("OPTIONS")
          ? "answered"
          : ((ContainerRequest) request).readEntity(String.class);
    }
  }

  /** Leads to what is no class. */
  @Path("locating")
  public static class Locating {
    @Path("marked")
    @MgsSigned
    public Resource marked() {
      Resource.Builder builder = Resource.builder();
      builder.addMethod("POST").handledBy(new Echoing());
      return builder.build();
    }
  }

  /** Leads to its own class, of which Jersey shows one object then. */
  @Path("again")
  public static class Again {
    @POST
    public String post(String body) {
      return body;
    }

    @Path("marked")
    @MgsSigned
    public Resource marked() {
      return Resource.from(Again.class);
    }
  }

  /** An annotation of the application's own, as name binding too. */
  @NameBinding
  @MgsSigned
  @Retention(RetentionPolicy.RUNTIME)
  @interface Api {}

  private static Resource bound() {
    Resource.Builder builder = Resource.builder("bound");
    builder.addMethod("POST").nameBindings(Api.class).handledBy(new Echoing());
    return builder.build();
  }

  /** Answered by what a model processor adds, as a template is. */
  @Path("viewed")
  @MgsSigned
  public static class Viewed {
    @GET
    public String get() {
      return "secret";
    }
  }

  /** Adds a method to each resource. */
  static class Viewing implements ModelProcessor {
    @Override
    public ResourceModel processResourceModel(ResourceModel model, Configuration configuration) {
      ResourceModel.Builder all = new ResourceModel.Builder(false);
      for (Resource resource : model.getResources()) {
        Resource.Builder more = Resource.builder(resource);
        if ("viewed".equals(resource.getPath())) {
          more.addMethod("POST").handledBy(new Echoing());
        }
        all.addResource(more.build());
      }
      return all.build();
    }

    @Override
    public ResourceModel processSubResource(ResourceModel model, Configuration configuration) {
      return model;
    }
  }

  @Test
  void protectsWhatAMarkedLocatorLeadsToInItsOwnClass() {
    isProtected(PROGRAMMATIC, "/again/marked");
    RawResponse open =
        PROGRAMMATIC
            .endpoint()
            .send(
                GatewayCall.to("POST", "/again")
                    .body("text/plain", "open".getBytes(StandardCharsets.US_ASCII))
                    .request(new Framing.Length()));
    assertThat(open.text()).isEqualTo("open");
  }

  @Test
  void protectsWhatIsBoundByAnAnnotationThatCarriesTheMark() {
    isProtected(PROGRAMMATIC, "/bound");
  }

  @Test
  void protectsWhatAModelProcessorAddsToAMarkedResource() {
    isProtected(PROGRAMMATIC, "/viewed");
  }

  /** Without a mark. */
  static class Echoing implements Inflector<ContainerRequestContext, String> {
    @Override
    public String apply(ContainerRequestContext request) {
      return ((ContainerRequest) request).readEntity(String.class);
    }
  }

  @Test
  void protectsWhatAMarkedInflectorAnswersToOptionsAsToAnythingElse() {
    isProtected(PROGRAMMATIC, "/answering");
    RawRequest options = RawRequest.of("OPTIONS", "/answering");
    RawResponse unsigned = PROGRAMMATIC.endpoint().send(options);
    assertThat(unsigned.status()).as("%s", unsigned).isEqualTo(401);
    RawResponse open = PROGRAMMATIC.endpoint().send(RawRequest.of("GET", "/answering"));
    assertThat(open.text()).isEqualTo("open");
  }

  @Test
  void protectsWhatAMarkedLocatorBuildsByHand() {
    isProtected(PROGRAMMATIC, "/locating/marked");
  }

  @Test
  void protectsAMarkedMethodOfAResourceThatWasBuiltByHand() {
    isProtected(PROGRAMMATIC, "/programmatic");
  }

  @Test
  void protectsEveryResourceOfAMarkedConfiguration() {
    isProtected(MARKED_CONFIGURATION, "/api/x");
  }

  private static void isProtected(SharedServer server, String path) {
    String body = UUID.randomUUID().toString();
    GatewayCall call =
        GatewayCall.to("POST", path).body("text/plain", body.getBytes(StandardCharsets.US_ASCII));
    RawRequest unsigned = call.request(new Framing.Length());
    assertThat(server.endpoint().send(unsigned).status()).isEqualTo(401);
    RawRequest wrong =
        unsigned.header(GatewayCall.SIGNATURE, "0".repeat(64)).header(GatewayCall.KEY_ID, KEY.id());
    assertThat(server.endpoint().send(wrong).status()).isEqualTo(401);
    RawResponse signed = server.endpoint().send(call.signedWith(KEY));
    assertThat(signed.status()).as("%s", signed).isEqualTo(200);
    assertThat(signed.text()).isEqualTo(body);
  }
}
