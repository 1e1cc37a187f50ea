package io.github.mgsjaxrs.replay;

import java.net.URI;
import java.util.Properties;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.OptionalFeature;
import javax.cache.spi.CachingProvider;

/** A provider whose cluster cannot be reached. */
public final class UnreachableProvider implements CachingProvider {

  /** Called by JCache. */
  public UnreachableProvider() {}

  @Override
  public CacheManager getCacheManager(URI uri, ClassLoader loader, Properties properties) {
    throw new CacheException("no member of the cluster answers");
  }

  @Override
  public CacheManager getCacheManager(URI uri, ClassLoader loader) {
    return getCacheManager(uri, loader, null);
  }

  @Override
  public CacheManager getCacheManager() {
    return getCacheManager(null, null, null);
  }

  @Override
  public ClassLoader getDefaultClassLoader() {
    return UnreachableProvider.class.getClassLoader();
  }

  @Override
  public URI getDefaultURI() {
    return URI.create("unreachable");
  }

  @Override
  public Properties getDefaultProperties() {
    return new Properties();
  }

  @Override
  public void close() {}

  @Override
  public void close(ClassLoader loader) {}

  @Override
  public void close(URI uri, ClassLoader loader) {}

  @Override
  public boolean isSupported(OptionalFeature feature) {
    return false;
  }
}
