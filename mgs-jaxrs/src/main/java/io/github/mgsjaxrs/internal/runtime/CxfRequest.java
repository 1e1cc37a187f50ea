package io.github.mgsjaxrs.internal.runtime;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What CXF keeps of one request: the message that came in, and the exchange, which lasts until the
 * request is answered.
 */
public final class CxfRequest {

  private static final String MODEL = "org.apache.cxf.jaxrs.model.";
  private static final String DECODED = "org.apache.cxf.form_data.decoded";
  private static final String STACK = MODEL + "OperationResourceInfoStack";

  private final Members members;
  private final Map<?, ?> message;
  private final Map<String, Object> exchange;

  private CxfRequest(Members members, Map<?, ?> message, Map<String, Object> exchange) {
    this.members = members;
    this.message = message;
    this.exchange = exchange;
  }

  /** Asks CXF, and remembers how. */
  public static final class Source {

    private volatile @Nullable Members known;

    /**
     * Asks CXF.
     *
     * @param context the request's, or its entity's, of CXF
     * @return what CXF has of it
     * @throws ReflectiveOperationException if this version of CXF does not tell
     */
    @SuppressWarnings("unchecked")
    public // a StringMap is that
    CxfRequest of(Object context) throws ReflectiveOperationException {
      Members members = known;
      if (members == null || members.context() != context.getClass()) {
        members = Members.of(context.getClass());
        known = members;
      }
      Object message = Reflection.present(members.message().invoke(context), "message");
      Object exchange = Reflection.present(members.exchange().invoke(message), "exchange");
      return new CxfRequest(members, (Map<?, ?>) message, (Map<String, Object>) exchange);
    }
  }

  /** Where anything can be left as long as the request lasts. */
  public Map<String, Object> exchange() {
    return exchange;
  }

  /**
   * Tells CXF that the fields of its form have no escapes any more: beside a method's form it
   * decodes the {@code @FormParam} of the same method a second time, and changes the form, too.
   */
  public void decodedForm() {
    exchange.put(DECODED, true);
  }

  /**
   * What CXF asks for the object of the root resource.
   *
   * @return the provider
   * @throws ReflectiveOperationException if this version of CXF does not tell
   */
  public Object rootProvider() throws ReflectiveOperationException {
    List<?> stack = (List<?>) Reflection.present(message.get(STACK), STACK);
    Object asked = stack.get(0);
    for (Method step : members.toRootProvider()) {
      asked = Reflection.present(step.invoke(asked), step.getName());
    }
    return asked;
  }

  /** Looked up once, as every request asks. */
  private record Members(
      Class<?> context, Method message, Method exchange, List<Method> toRootProvider) {

    static Members of(Class<?> context) throws ReflectiveOperationException {
      return new Members(
          context,
          context.getMethod("getMessage"),
          method(context, "org.apache.cxf.message.Message", "getExchange"),
          List.of(
              method(context, MODEL + "MethodInvocationInfo", "getMethodInfo"),
              method(context, MODEL + "OperationResourceInfo", "getClassResourceInfo"),
              method(context, MODEL + "ClassResourceInfo", "getResourceProvider")));
    }

    private static Method method(Class<?> context, String type, String name)
        throws ReflectiveOperationException {
      return Class.forName(type, false, context.getClassLoader()).getMethod(name);
    }
  }
}
