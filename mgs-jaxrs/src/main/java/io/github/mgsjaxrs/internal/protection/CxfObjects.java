package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.runtime.CxfRequest;
import io.github.mgsjaxrs.internal.runtime.ServedPath;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The matched resources of a request: objects on CXF, too, which by itself shows classes that need
 * not be those of the objects.
 */
public final class CxfObjects {

  private final CxfRequest.Source requests = new CxfRequest.Source();
  private final CxfRoots roots = new CxfRoots();
  private final FaultLog untellable = new FaultLog(System.getLogger(CxfObjects.class.getName()));

  /**
   * The resources, in the order of {@code UriInfo.getMatchedResources()}: the root last.
   *
   * @param context the request, matched
   * @return objects and classes as the runtime shows them; on CXF a class only where it surely is
   *     that of the object, or a container chooses it, and an {@link UnseenResource} where nobody
   *     knows
   */
  public List<Object> of(ContainerRequestContext context) {
    List<Object> told = context.getUriInfo().getMatchedResources();
    if (!ServedPath.isCxf(context)) {
      return told;
    }
    try {
      return seen(requests.of(context), told);
    } catch (ReflectiveOperationException | RuntimeException untold) {
      untellable.met(
          "This version of CXF does not tell the objects of a request ("
              + untold
              + "), so that their marks are not known: use a version of TomEE that the"
              + " documentation of mgs-jaxrs names",
          untold);
      return unseen(told);
    }
  }

  private List<Object> seen(CxfRequest request, List<Object> told)
      throws ReflectiveOperationException {
    Optional<List<Object>> located = CxfLocated.on(request.exchange(), told.size());
    if (located.isEmpty()) {
      return unseen(told);
    }
    List<Object> seen = new ArrayList<>(located.get());
    Collections.reverse(seen);
    seen.add(roots.of(request, (Class<?>) told.get(told.size() - 1)));
    return seen;
  }

  private static List<Object> unseen(List<Object> told) {
    List<Object> unseen = new ArrayList<>();
    for (Object each : told) {
      unseen.add(new UnseenResource(each instanceof Class<?> named ? named : each.getClass()));
    }
    return unseen.isEmpty() ? List.of(new UnseenResource(Object.class)) : unseen;
  }
}
