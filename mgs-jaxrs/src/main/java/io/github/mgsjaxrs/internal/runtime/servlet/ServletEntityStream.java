package io.github.mgsjaxrs.internal.runtime.servlet;

import io.github.mgsjaxrs.internal.entity.SourcedStream;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The entity's stream: the container's own until the entity is kept, from then on the kept one. */
public final class ServletEntityStream extends ServletInputStream implements SourcedStream {

  private InputStream source;
  private boolean finished;
  private boolean unread = true;

  public ServletEntityStream(InputStream source) {
    this.source = source;
  }

  public boolean isUnread() {
    return unread;
  }

  @Override
  public InputStream source() {
    return source;
  }

  public void readFrom(InputStream other) {
    source = other;
    finished = false;
  }

  @Override
  public int read() throws IOException {
    int next = source.read();
    finished |= next < 0;
    unread &= next < 0;
    return next;
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    int read = source.read(target, from, count);
    finished |= read < 0;
    unread &= read <= 0;
    return read;
  }

  @Override
  public int available() throws IOException {
    return source.available();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  @Override
  public boolean isFinished() {
    return source instanceof ServletInputStream container ? container.isFinished() : finished;
  }

  @Override
  public boolean isReady() {
    return !(source instanceof ServletInputStream container) || container.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    if (source instanceof ServletInputStream container) {
      container.setReadListener(listener);
      return;
    }
    try {
      listener.onDataAvailable();
      listener.onAllDataRead();
    } catch (IOException failed) {
      listener.onError(failed);
    }
  }
}
