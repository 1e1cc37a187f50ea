package io.github.mgsjaxrs.conformance.generator;

import io.github.mgsjaxrs.conformance.generator.HostileWays.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the resources, a file for each part, and {@code HostileCases} with what is asked. */
final class HostileSources {

  private static final String ROOT = "io.github.mgsjaxrs.conformance.hostile";
  private static final String MATRIX = "io.github.mgsjaxrs.conformance.matrix";
  private static final String SUPPRESSED =
      "@SuppressWarnings({\"NullAway\", \"unchecked\", \"rawtypes\", \"TypeParameterUnusedInFormals\", \"InjectScopeAnnotationOnInterfaceOrAbstractClass\"})\n";
  private static final Pattern DECLARATION =
      Pattern.compile("^  [@p].*\\b(?:class|interface) (\\w+)");

  private final HostileWays ways;

  HostileSources(HostileWays ways) {
    this.ways = ways;
  }

  void write(Path folder) throws IOException {
    for (Part part : ways.parts()) {
      Path packageFolder = folder.resolve(path(ROOT + "." + part.name));
      if (part.name.equals("ejb")) {
        writeTopLevel(part, packageFolder);
      } else {
        GeneratedSources.write(packageFolder.resolve("Resources.java"), source(part));
      }
    }
    Path cases = folder.resolve(path(MATRIX)).resolve("HostileCases.java");
    GeneratedSources.write(cases, cases());
  }

  /** Session beans have to be top-level classes. */
  private static void writeTopLevel(Part part, Path folder) throws IOException {
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    StringBuilder current = new StringBuilder();
    for (String line : part.source.toString().split("\n")) {
      Matcher declaration = DECLARATION.matcher(line);
      if (declaration.find()) {
        current = new StringBuilder(imports(part)).append(SUPPRESSED);
        files.put(declaration.group(1), current);
      }
      current.append(line.replace("public static class", "public class")).append('\n');
    }
    for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
      GeneratedSources.write(folder.resolve(file.getKey() + ".java"), file.getValue());
    }
  }

  private static String path(String packageName) {
    return packageName.replace('.', '/');
  }

  private static String source(Part part) {
    StringBuilder classes = new StringBuilder();
    part.roots.forEach(root -> classes.append("        ").append(root).append(".class,\n"));
    StringBuilder others = new StringBuilder();
    part.others.forEach(other -> others.append("        ").append(other).append(".class,\n"));
    return imports(part)
        + """

          /** Written by the build. */
          """
        + SUPPRESSED
        + """
          public final class Resources {
            private Resources() {}

          """
        + part.source
        + "  public static List<Class<?>> roots() {\n    return List.of(\n"
        + withoutLastComma(classes)
        + "    );\n  }\n\n  public static List<Class<?>> others() {\n    return List.of(\n"
        + withoutLastComma(others)
        + "    );\n  }\n}\n";
  }

  private static String imports(Part part) {
    return "package "
        + ROOT
        + "."
        + part.name
        + ";\n\n"
        + """
          import io.github.mgsjaxrs.*;
          import io.github.mgsjaxrs.conformance.hostile.marks.*;
          import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
          import jakarta.annotation.PostConstruct;
          import jakarta.annotation.Priority;
          import jakarta.ws.rs.*;
          import jakarta.ws.rs.core.Context;
          import jakarta.ws.rs.core.UriInfo;
          import java.util.List;
          import java.util.concurrent.CompletableFuture;
          import java.util.concurrent.CompletionStage;
          """
        + (!List.of("cdi", "ejb", "subclassed").contains(part.name)
            ? ""
            : """
              import jakarta.enterprise.context.*;
              import jakarta.enterprise.inject.*;
              import jakarta.enterprise.inject.Typed;
              import jakarta.inject.Inject;
              import jakarta.enterprise.inject.Produces;
              """)
        + (part.name.equals("ejb") ? "import jakarta.ejb.*;\nimport jakarta.ejb.Singleton;\n" : "");
  }

  private static String withoutLastComma(StringBuilder list) {
    int comma = list.lastIndexOf(",");
    return comma < 0 ? "" : list.substring(0, comma) + "\n";
  }

  private String cases() {
    StringBuilder text = new StringBuilder();
    for (HostileWays.Row row : ways.rows()) {
      text.append("        new HostileMatrix.Case(\"")
          .append(row.name())
          .append("\", \"")
          .append(row.path())
          .append("\", Rule.")
          .append(row.rule())
          .append(", \"")
          .append(row.part())
          .append("\"),\n");
    }
    return "package "
        + MATRIX
        + ";\n\nimport io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule;\nimport java.util.List;\n\n"
        + "/** What has to become of each; written by the build. */\nfinal class HostileCases {\n"
        + "  private HostileCases() {}\n\n  static List<HostileMatrix.Case> all() {\n    return List.of(\n"
        + withoutLastComma(text)
        + "    );\n  }\n}\n";
  }
}
