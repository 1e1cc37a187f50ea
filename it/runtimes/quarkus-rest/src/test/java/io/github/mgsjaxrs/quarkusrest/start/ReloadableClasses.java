package io.github.mgsjaxrs.quarkusrest.start;

import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.deployment.builditem.ApplicationClassPredicateBuildItem;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Has Quarkus generate code beside the classes of this project that it belongs to, as the extension
 * for tests does. Loaded while an application is built, by its name.
 */
public final class ReloadableClasses
    implements Function<Map<String, Object>, List<Consumer<BuildChainBuilder>>> {

  @Override
  public List<Consumer<BuildChainBuilder>> apply(Map<String, Object> none) {
    return List.of(
        chain ->
            chain
                .addBuildStep(
                    context ->
                        context.produce(
                            new ApplicationClassPredicateBuildItem(
                                QuarkusClassLoader::isApplicationClass)))
                .produces(ApplicationClassPredicateBuildItem.class)
                .build());
  }
}
