package io.github.mgsjaxrs.tomee.lost;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands requests on by name or by path, past filters that are mapped for requests alone. */
@WebServlet("/hop/*")
public class NamedDispatch extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getParameter("name") != null) {
      request
          .getServletContext()
          .getNamedDispatcher(request.getParameter("name"))
          .forward(request, response);
    } else {
      request.getRequestDispatcher(request.getParameter("path")).forward(request, response);
    }
  }
}
