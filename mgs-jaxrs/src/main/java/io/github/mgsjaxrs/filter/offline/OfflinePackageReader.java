package io.github.mgsjaxrs.filter.offline;

import io.github.mgsjaxrs.internal.lookup.VerifierLookups;
import io.github.mgsjaxrs.offline.OfflineSettings;
import io.github.mgsjaxrs.offline.PackageOutcome;
import io.github.mgsjaxrs.offline.PackageVerdict;
import io.github.mgsjaxrs.offline.RejectedPackage;
import io.github.mgsjaxrs.offline.VerifiedPackage;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Hands a resource method a package only where all of it is signed; otherwise the method is not
 * called, and the client gets a problem document with the outcome's code.
 *
 * <p>Registered by {@code MgsFeature} or found by scanning. Which keys and content types count is
 * said by {@code mgs.offline.*}; without {@code mgs.offline.keys} every package is answered 503.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.WILDCARD)
public class OfflinePackageReader implements MessageBodyReader<VerifiedPackage> {

  @Context private @Nullable Configuration configuration;

  private final RefusalLog log = new RefusalLog(System::nanoTime);
  private volatile @Nullable ConfiguredPackages packages;

  /** For the JAX-RS runtime. */
  public OfflinePackageReader() {}

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    if (type != VerifiedPackage.class) {
      return false;
    }
    ConfiguredPackages found = packages();
    return reads(found == null ? OfflineSettings.DEFAULT : found.settings(), mediaType);
  }

  static boolean reads(OfflineSettings settings, MediaType type) {
    String name = type.getType() + '/' + type.getSubtype();
    return settings.mediaTypes().contains(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public VerifiedPackage readFrom(
      Class<VerifiedPackage> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> httpHeaders,
      InputStream entityStream) {
    ConfiguredPackages found = packages();
    PackageVerdict verdict =
        found == null
            ? new RejectedPackage(
                PackageOutcome.UNKNOWN, "there is no MgsVerifier: register MgsFeature with one")
            : verdict(found, httpHeaders, entityStream);
    if (verdict instanceof VerifiedPackage verified) {
      return verified;
    }
    log.refused((RejectedPackage) verdict);
    throw PackageProblem.of(verdict.outcome(), found == null || found.responseDetails());
  }

  private static PackageVerdict verdict(
      ConfiguredPackages found, MultivaluedMap<String, String> headers, InputStream entity) {
    try {
      return found.verify(headers, entity);
    } catch (IOException broken) {
      return new RejectedPackage(
          PackageOutcome.INVALID_PARAMETER,
          "the package broke off: " + broken.getClass().getSimpleName());
    }
  }

  private @Nullable ConfiguredPackages packages() {
    ConfiguredPackages known = packages;
    if (known == null) {
      synchronized (this) {
        known = packages;
        if (known == null) {
          MgsVerifier verifier = verifier();
          known = verifier == null ? null : new ConfiguredPackages(verifier);
          packages = known;
        }
      }
    }
    return known;
  }

  private @Nullable MgsVerifier verifier() {
    MgsVerifier given = VerifierLookups.given(configuration);
    return given == null ? VerifierLookups.find().orElse(null) : given;
  }
}
