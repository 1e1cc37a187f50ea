package io.github.mgsjaxrs.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of one setting: how it is called and written, and what it is for.
 *
 * <p>The README's table, {@code mgs settings} and what is read at the start come from the same
 * declarations, so none of them says anything else.
 *
 * @param name the name, with {@code "<id>"} or {@code "<pattern>"} where the operator's own words
 *     stand
 * @param form how a value is written: {@code bytes}, {@code count}, {@code duration}, {@code
 *     choice}, {@code text}, {@code exact-text} (with every space in it), {@code path}, {@code
 *     charset}, {@code uri}, {@code secret} or {@code public-key}
 * @param words the words that a value is one of, sorted; empty where it is none of a few
 * @param range from where to where a value may lie, as an operator writes it, or null
 * @param list whether there may be several values, with commas between
 * @param secret whether a value must not be seen
 * @param defaultValue what counts where nothing is set, as an operator would write it, or null
 * @param otherwise what happens where nothing is set and no value stands for it, or null
 * @param description what it does, in one sentence of Markdown
 */
public record Setting(
    String name,
    String form,
    List<String> words,
    @Nullable String range,
    boolean list,
    boolean secret,
    @Nullable String defaultValue,
    @Nullable String otherwise,
    String description) {

  /** Copies the words. */
  public Setting {
    words = List.copyOf(words);
  }
}
