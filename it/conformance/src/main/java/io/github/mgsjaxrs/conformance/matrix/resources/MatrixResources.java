package io.github.mgsjaxrs.conformance.matrix.resources;

import java.util.List;
import java.util.Map;

/** What the applications under test are made of. */
public final class MatrixResources {

  private MatrixResources() {}

  /**
   * The resources that every runtime has, to be registered or put into an archive. An archive takes
   * the whole package {@code io.github.mgsjaxrs.conformance.matrix.resources}, and of the packages
   * below it those whose APIs the runtime has.
   *
   * @return root resource classes
   */
  public static List<Class<?>> classes() {
    return List.of(
        MatrixCalls.class,
        TargetResource.class,
        MarkResources.OnMethod.class,
        MarkResources.OnClass.class,
        MarkResources.Asynchronous.class,
        InheritedMarks.OfMarkedInterface.class,
        InheritedMarks.OfInterfaceOfSuperclass.class,
        InheritedMarks.OfMarkedInterfaceMethod.class,
        InheritedMarks.RedeclaredWithoutMark.class,
        InheritedMarks.OnImplementationOnly.class,
        InheritedMarks.OfMarkedSuperclass.class,
        InheritedMarks.OfMarkedSuperMethod.class,
        InheritedMarks.OfInheritedMethod.class,
        InheritedMarks.InheritsIntoMarked.class,
        InheritedMarks.OfGenericInterface.class,
        InheritedMarks.OfGenericSuperclass.class,
        MarkResources.Members.class,
        LocatorResources.OnRootOfPlainSub.class,
        LocatorResources.OnLocator.class,
        LocatorResources.OnClassLocator.class,
        LocatorResources.OnObjectLocator.class,
        LocatorResources.OnSubResourceClass.class,
        LocatorResources.OfLocatorInterface.class,
        LocatorResources.RedeclaredLocator.class,
        LocatorResources.MarkedAbove.class,
        LocatorResources.MarkedBelow.class,
        LocatorResources.OpenLocator.class,
        ExemptResources.Lifted.class,
        ExemptResources.LiftedByInterface.class,
        ExemptResources.LiftedAndMarked.class,
        ExemptResources.LiftedOverSuper.class,
        ExemptResources.LiftedBelowLocator.class,
        ExemptResources.LiftedBelowRoot.class,
        ExemptResources.Template.class,
        ScopedResources.Api.class,
        ScopedResources.Open.class,
        ScopedResources.Wild.class,
        ScopedResources.Exact.class,
        EntityResources.Bodies.class,
        EntityResources.Forms.class,
        FormReaders.class,
        FormReaders.BesideParams.class,
        EntityResources.OpenEntities.class);
  }

  /**
   * The settings that the matrices ask for, besides the keys and limits that all suites share. They
   * change nothing for the echo application, which may be deployed together with these resources,
   * but for its paths below {@code /apigw-scope}.
   *
   * @return path scope
   */
  public static Map<String, String> settings() {
    return Map.of(
        "mgs.protect", "/matrix/api/*,/matrix/wild/*,/matrix/exact",
        "mgs.protect.\"/apigw-scope/*\".scheme", "apigateway",
        "mgs.protect.except", "/matrix/api/health",
        "mgs.protect.\"/matrix/api/orders/*\".keys", "team.a/orders");
  }
}
