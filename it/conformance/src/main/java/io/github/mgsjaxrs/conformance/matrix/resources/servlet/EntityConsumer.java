package io.github.mgsjaxrs.conformance.matrix.resources.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * What a logging or a CSRF filter does: it asks for form fields or parts before anybody else. Does
 * so only where the header {@value #CONSUME} says {@code parameter}, {@code reader}, {@code parts}
 * or {@code stream}; for {@code encoding} it sets UTF-8, as many do.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class EntityConsumer implements Filter {

  /** The header that tells what to ask for. */
  public static final String CONSUME = "Matrix-Consume";

  /** For the container. */
  public EntityConsumer() {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http) {
      String consume = http.getHeader(CONSUME);
      if ("parameter".equals(consume)) {
        http.getParameter("token");
      } else if ("reader".equals(consume)) {
        http.getReader();
      } else if ("parts".equals(consume)) {
        askForParts(http);
      } else if ("encoding".equals(consume)) {
        http.setCharacterEncoding("UTF-8");
      } else if ("stream".equals(consume)) {
        http.getInputStream().readAllBytes();
      }
    }
    chain.doFilter(request, response);
  }

  private static void askForParts(HttpServletRequest request) throws IOException {
    try {
      request.getParts();
    } catch (ServletException | IllegalStateException notConfigured) {
      request.getServletContext().log("No parts: " + notConfigured.getMessage());
    }
  }
}
