package io.github.mgsjaxrs.hazelcast;

import com.hazelcast.cache.HazelcastCachingProvider;
import com.hazelcast.cache.HazelcastMemberCachingProvider;
import com.hazelcast.config.ClasspathXmlConfig;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javax.cache.CacheManager;

/**
 * A member of a cluster inside this JVM, and a cache manager of its own.
 *
 * @param instance the member
 * @param caches its cache manager, as a node of its own would have it
 */
record Member(HazelcastInstance instance, CacheManager caches) implements AutoCloseable {

  static Member alone(UnaryOperator<Config> change) {
    // nobody listens at port 1
    return join("127.0.0.1:1", change);
  }

  static Member beside(Member other, UnaryOperator<Config> change) {
    return join("127.0.0.1:" + other.port(), change);
  }

  private static Member join(String members, UnaryOperator<Config> change) {
    Properties names = new Properties();
    names.setProperty("cluster.members", members);
    HazelcastInstance instance =
        Hazelcast.newHazelcastInstance(
            change.apply(new ClasspathXmlConfig("hazelcast.xml", names)));
    // a provider for each, as the managers of one are told apart by URI, which is part of the name
    HazelcastMemberCachingProvider provider = new HazelcastMemberCachingProvider();
    return new Member(
        instance,
        provider.getCacheManager(
            null,
            provider.getDefaultClassLoader(),
            HazelcastCachingProvider.propertiesByInstanceItself(instance)));
  }

  int port() {
    return instance.getCluster().getLocalMember().getAddress().getPort();
  }

  @Override
  public void close() {
    instance.shutdown();
  }
}
