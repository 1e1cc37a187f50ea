package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.MgsUnsigned;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the marks on the way to a matched method. JAX-RS name binding alone leaves many of these
 * places out, differently on each runtime.
 *
 * <p>The lookup collects: no mark that it found is dropped, whatever else it finds. When in doubt,
 * a method counts as marked, and the finding says so. Only an exemption of exactly the matched
 * method opens.
 */
public final class Marks {

  /** What the lookup came to. */
  public sealed interface Finding {}

  /**
   * Some mark protects the method.
   *
   * @param requirement what all marks together ask for
   * @param doubt where no mark is surely meant for this method: why it is closed all the same, and
   *     how to open it; else null
   */
  public record Marked(Requirement requirement, @Nullable String doubt) implements Finding {}

  /** The method exempts itself from the mark of its class. */
  public record Exempt() implements Finding {}

  /** There is no mark. */
  public record Unmarked() implements Finding {}

  /** There is none as far as is known now; what runs is known once all other filters ran. */
  public record Undecided() implements Finding {}

  /** REST Data with Panache generates a second method of this one alone. */
  private static final String LIST = "list";

  private static final String LIST_OF_LINKS = "listHal";
  private static final Set<String> PANACHE =
      Set.of(
          "io.quarkus.rest.data.panache.RestDataResource",
          "io.quarkus.rest.data.panache.ReactiveRestDataResource");

  private record Step(ResourceStep parent, ResourceStep child) {}

  private final List<ResourceStep> way;
  private final Class<?> resource;
  private final Method method;

  /** From these nothing exempts. */
  private final List<Requirement> fixed = new ArrayList<>();

  private final List<Requirement> exemptible = new ArrayList<>();

  /** Proxies that a locator itself says to stand before nothing marked. */
  private final Set<ResourceStep> vouchedFor = new HashSet<>();

  private boolean certain;
  private @Nullable String doubt;

  /**
   * A lookup.
   *
   * @param way the matched resources, the root first, that of the matched method last
   * @param resource the class of the matched method, as the runtime names it
   * @param method the matched method
   */
  public Marks(List<ResourceStep> way, Class<?> resource, Method method) {
    this.way = way;
    this.resource = resource;
    this.method = method;
  }

  /**
   * Adds what the runtime's own model says of the match.
   *
   * @param marks what nothing exempts from
   * @param ofClass what the method may exempt itself from
   */
  public void lookAtModel(ResourceModel.Fixed marks, List<Requirement> ofClass) {
    add(fixed, marks.certain());
    add(exemptible, ofClass);
    ResourceModel.Doubted doubted = marks.doubted();
    if (doubted != null) {
      fixed.addAll(doubted.marks());
      doubt = doubted.doubt();
    }
  }

  /**
   * Adds what was found of another method, which the runtime calls besides.
   *
   * @param reader the finding
   */
  public void lookAtReader(Finding reader) {
    if (reader instanceof Marked marked) {
      add(fixed, List.of(marked.requirement()));
    }
  }

  /**
   * Looks at the application, the matched resources from the root on, the locators between them,
   * and the matched method.
   *
   * @param application the application's classes, wrappers included
   * @return what was found
   */
  public Finding find(List<Class<?>> application) {
    lookAtTheWay();
    lookAtTheMethod();
    lookAtNamesakes();
    lookAtClasses(application);
    return finding();
  }

  private void lookAtTheWay() {
    // each step once: a way through locators that lead to themselves can be as long as a path
    Set<Step> steps = new LinkedHashSet<>();
    for (int i = 0; i + 1 < way.size(); i++) {
      steps.add(new Step(way.get(i), way.get(i + 1)));
    }
    for (Step step : steps) {
      if (!step.parent().equals(own())) {
        add(fixed, step.parent().types().marks());
      }
      lookAtLocators(step.parent(), step.child());
    }
  }

  /**
   * The marks of the locators that may have led from one resource to the next. They are told by
   * their return type, never by URI templates: matrix parameters and encoded slashes slip through
   * those.
   */
  private void lookAtLocators(ResourceStep parent, ResourceStep child) {
    TypeHierarchy types = parent.types();
    boolean known = false;
    boolean vouched = true;
    @Nullable Method open = null;
    List<Requirement> found = new ArrayList<>();
    for (Method locator : types.locators()) {
      List<Method> family = types.methods(locator.getName(), locator.getParameterCount());
      if (family.stream().anyMatch(member -> mayLead(member, child))) {
        known = true;
        vouched &= locator.isAnnotationPresent(MgsUnsigned.class);
        List<Requirement> marks = TypeHierarchy.marks(family);
        found.addAll(marks);
        if (marks.isEmpty()) {
          open = locator;
        }
      }
    }
    found.addAll(ofUnknownMethods(types, child));
    if (known && vouched) {
      vouchedFor.add(child);
    }
    if (!known) {
      // nothing that JAX-RS would call a locator leads there, so that any method may have
      add(fixed, TypeHierarchy.marks(types.methods()));
    } else if (open == null) {
      add(fixed, found);
    } else if (!found.isEmpty()) {
      fixed.addAll(found);
      doubt =
          "a marked locator of "
              + parent.shown().getName()
              + " may lead to "
              + child.shown().getName()
              + " as well as "
              + open.getName()
              + "(), which has no mark. To open what the latter leads to, declare as the return type"
              + " of the marked locator the one class that it leads to, and give the other one"
              + " another class, or move one of the two to a class of its own";
    }
  }

  /**
   * What is a locator only to some: a runtime that was built without the annotation of an HTTP
   * method takes its method for one where it has a path; others are told by code, of a method
   * without any annotation of Jakarta REST.
   */
  private static List<Requirement> ofUnknownMethods(TypeHierarchy types, ResourceStep child) {
    List<Requirement> found = new ArrayList<>();
    for (Method member : types.methods()) {
      List<Requirement> marks = DeclaredMarks.on(member);
      if (!marks.isEmpty()
          && child.mayComeAs(member.getReturnType())
          && mayBeTakenForLocator(member, types)) {
        found.addAll(marks);
      }
    }
    return found;
  }

  private static boolean mayBeTakenForLocator(Method member, TypeHierarchy types) {
    return member.isAnnotationPresent(Path.class)
        ? TypeHierarchy.hasOwnHttpMethod(member)
        : types.methods(member.getName(), member.getParameterCount()).stream()
            .noneMatch(
                same -> same.isAnnotationPresent(Path.class) || TypeHierarchy.hasHttpMethod(same));
  }

  private static boolean mayLead(Method member, ResourceStep child) {
    return !TypeHierarchy.hasHttpMethod(member) && child.mayComeAs(member.getReturnType());
  }

  private void lookAtTheMethod() {
    MatchedMethod matched = new MatchedMethod(method, own().running());
    for (Method member : ownTypes().methods(method.getName(), method.getParameterCount())) {
      List<Requirement> marks = DeclaredMarks.on(member);
      if (matched.maybe(member)) {
        addOf(member.getDeclaringClass(), fixed, marks);
      } else if (!marks.isEmpty()) {
        exemptible.addAll(marks);
        doubt =
            member.toGenericString()
                + " has a mark, and the same name and number of parameters. To open this one, add"
                + " @MgsUnsigned to it";
      }
    }
  }

  /**
   * A marked method that is no resource method itself can be meant only for what has its name:
   * generated resources add parameters of their own to what an interface declares, and often
   * implement that as well.
   */
  private void lookAtNamesakes() {
    for (Method member : ownTypes().methods()) {
      if (isNamesake(member) && !ownTypes().mayBeMatched(member)) {
        add(fixed, DeclaredMarks.on(member));
      }
    }
  }

  private boolean isNamesake(Method member) {
    return member.getName().equals(method.getName())
        ? member.getParameterCount() != method.getParameterCount()
        : member.getName().equals(LIST)
            && method.getName().equals(LIST_OF_LINKS)
            && ownTypes().all().stream().anyMatch(type -> PANACHE.contains(type.getName()));
  }

  private void lookAtClasses(List<Class<?>> application) {
    for (Class<?> type : ownTypes().all()) {
      addOf(type, exemptible, DeclaredMarks.on(type));
    }
    add(exemptible, TypeHierarchy.of(application).marks());
  }

  private Finding finding() {
    ResourceStep unseen = unseen();
    boolean exempt =
        fixed.isEmpty() && unseen == null && new MatchedMethod(method, own().running()).isExempt();
    boolean later = way.stream().anyMatch(ResourceStep::later);
    if (exempt) {
      return later ? new Undecided() : new Exempt();
    }
    List<Requirement> all = new ArrayList<>(fixed);
    all.addAll(exemptible);
    if (all.isEmpty() && later) {
      return new Undecided();
    }
    if (all.isEmpty() && unseen != null) {
      return new Marked(Requirement.ofUnseenClass(unseen.shown()), null);
    }
    return all.stream()
        .reduce(Requirement::and)
        .<Finding>map(
            requirement ->
                new Marked(
                    requirement,
                    certain || doubt == null
                        ? null
                        : method.toGenericString() + " is protected because " + doubt))
        .orElseGet(Unmarked::new);
  }

  /** A resource on the way that may be of a class which nobody has seen; null if there is none. */
  private @Nullable ResourceStep unseen() {
    return way.stream()
        .filter(step -> step.unseen() && !vouchedFor.contains(step))
        .findFirst()
        .orElse(null);
  }

  private ResourceStep own() {
    return way.get(way.size() - 1);
  }

  private TypeHierarchy ownTypes() {
    List<Class<?>> roots = new ArrayList<>(own().running());
    roots.add(own().shown());
    roots.add(resource);
    roots.add(method.getDeclaringClass());
    return TypeHierarchy.of(roots);
  }

  private void add(List<Requirement> to, List<Requirement> marks) {
    to.addAll(marks);
    certain |= !marks.isEmpty();
  }

  /** A class that only may run behind what is shown leaves a doubt. */
  private void addOf(Class<?> type, List<Requirement> to, List<Requirement> marks) {
    if (isShown(type)) {
      add(to, marks);
    } else if (!marks.isEmpty()) {
      to.addAll(marks);
      doubt =
          "it stands behind a proxy ("
              + own().shown().getName()
              + ") that does not tell its class, and "
              + type.getName()
              + " has a mark. To open it, return the object itself, or give it an interface that no"
              + " marked class has";
    }
  }

  private boolean isShown(Class<?> type) {
    return own().running().size() == 1
        || type.isAssignableFrom(own().shown())
        || type.isAssignableFrom(resource);
  }
}
