package io.undertow.server;

/** As much of the API of Undertow as is asked. */
public interface HttpHandler {}
