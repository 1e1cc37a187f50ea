package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Verified.SignedText;
import java.util.function.Supplier;

/**
 * A signed text for tools.
 *
 * @param signed what is told of it
 * @param exact writes it out, the body of a call included
 */
public record WrittenText(SignedText signed, Supplier<String> exact) {}
