package io.github.mgsjaxrs.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A chain that runs twice, for a question of the library's own and for the request. */
class ChainPositionTest {

  @Test
  void runsTheFiltersOfAChainThatNeverCountsBackTwice() throws Exception {
    List<String> ran = new ArrayList<>();
    Filter guard =
        (request, response, chain) -> {
          ran.add("guard");
          chain.doFilter(request, response);
        };
    FilterChain chain = new Counting(List.of(guard), ran);
    ChainPosition start = ChainPosition.of(chain);
    chain.doFilter(null, null);
    start.restore();
    chain.doFilter(null, null);
    assertThat(ran).containsExactly("guard", "servlet", "guard", "servlet");
  }

  /** Like Tomcat's. */
  private static final class Counting implements FilterChain {

    private final List<Filter> filters;
    private final List<String> ran;
    private int next;

    Counting(List<Filter> filters, List<String> ran) {
      this.filters = filters;
      this.ran = ran;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response)
        throws IOException, ServletException {
      if (next < filters.size()) {
        filters.get(next++).doFilter(request, response, this);
      } else {
        ran.add("servlet");
      }
    }
  }
}
