/**
 * What there is to watch: CDI events, OpenTelemetry metrics and a MicroProfile Health check, each
 * where its API is there, and without cost where nobody watches.
 *
 * <ul>
 *   <li>Every verdict is a CDI event of type {@link io.github.mgsjaxrs.verifier.VerdictEvent},
 *       fired asynchronously if the application has an observer with {@code @ObservesAsync}.
 *   <li>Where the OpenTelemetry API is there, verifications, their time, the size of entities and
 *       reloads of keys are counted, and the span of the request gets attributes.
 *   <li>Where MicroProfile Health is there, the readiness check {@code mgs-keys} tells whether
 *       there are keys to verify with.
 * </ul>
 *
 * <p>Applications use nothing of this package directly; its classes are public for the container.
 */
@NullMarked
package io.github.mgsjaxrs.cdi.observability;

import org.jspecify.annotations.NullMarked;
