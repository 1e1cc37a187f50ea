/**
 * The verifier as a bean: configured by MicroProfile Config, replaceable, and found by the filters;
 * and the caller of a verified request for injection.
 *
 * <p>Without further ado there is one {@link jakarta.enterprise.context.ApplicationScoped} bean of
 * type {@link io.github.mgsjaxrs.verifier.MgsVerifier}, built from the {@code mgs.*} settings when
 * the application starts. Applications replace parts of it by beans of their own, with any scope
 * and the default qualifier:
 *
 * <ul>
 *   <li>a {@link io.github.mgsjaxrs.keys.KeyResolver}: the keys come from there alone, all other
 *       settings from configuration;
 *   <li>an {@link io.github.mgsjaxrs.verifier.MgsVerifier}: no setting is read at all.
 * </ul>
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class VaultKeys implements KeyResolver {
 *   public Optional<VerificationKey> resolve(String keyId) { … }
 * }
 * }</pre>
 *
 * <p>Values follow MicroProfile Config: expressions such as <code>${ORDERS_SALT}</code> are
 * expanded, in salts and passwords too, and one that cannot be expanded stops the start. A value
 * that itself holds <code>${</code> has to be written with <code>\${</code> (in a properties file,
 * which takes one backslash away, <code>\\${</code>). A value without <code>${</code> is taken
 * exactly as its source gives it, {@code $$} and backslashes included. To take salts unexpanded
 * would be worse: where a team relies on expressions, the text <code>${ORDERS_SALT}</code> would
 * become a salt that everybody can guess.
 */
@NullMarked
package io.github.mgsjaxrs.cdi;

import org.jspecify.annotations.NullMarked;
