package io.github.mgsjaxrs.rpc.internal.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.rpc.protocol.RpcTemplate;
import java.util.function.Function;

/**
 * The text of a call in its parts.
 *
 * @param template how they are put together
 * @param operationType the operation type
 * @param body the body's bytes
 * @param data how they are written
 * @param ts the timestamp
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for
record RpcReading(
    RpcTemplate template,
    String operationType,
    byte[] body,
    Function<byte[], String> data,
    String ts) {

  byte[] bytes() {
    return template.write(operationType, data.apply(body), ts).getBytes(UTF_8);
  }

  RpcReading withTemplate(RpcTemplate other) {
    return new RpcReading(other, operationType, body, data, ts);
  }

  RpcReading withOperationType(String other) {
    return new RpcReading(template, other, body, data, ts);
  }

  RpcReading withBody(byte[] other) {
    return new RpcReading(template, operationType, other, data, ts);
  }

  RpcReading withData(Function<byte[], String> other) {
    return new RpcReading(template, operationType, body, other, ts);
  }

  RpcReading withTs(String other) {
    return new RpcReading(template, operationType, body, data, other);
  }
}
