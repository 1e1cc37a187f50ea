package io.github.mgsjaxrs.internal.settings;

import io.github.mgsjaxrs.settings.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The settings of one subject, each declared once: its name, how it is written, what counts where
 * it is not set, where its value goes, and what the README says of it. Whatever else there is of a
 * setting comes from here.
 *
 * <pre>{@code
 * SettingTable.of("mgs.limits", Limits::defaults)
 *     .with("body", Quantity.bytes(0, Long.MAX_VALUE), Limits::body, Limits::withBody,
 *         "the largest body; in bytes, or with `KiB`, `MiB`, `GiB`")
 * }</pre>
 *
 * @param <V> what is read: a value that each setting changes, or a builder
 */
public final class SettingTable<V> {

  /** A setting, or the settings of a part. */
  private interface Entry<V> {
    V read(V before, SettingReader reader);

    Stream<Setting> settings();

    default Stream<SettingGroup<?>> groups() {
      return Stream.empty();
    }
  }

  private final String prefix;
  private final Supplier<V> shipped;
  private final List<Entry<V>> entries;

  private SettingTable(String prefix, Supplier<V> shipped, List<Entry<V>> entries) {
    this.prefix = prefix;
    this.shipped = shipped;
    this.entries = entries;
  }

  /**
   * A table without settings.
   *
   * @param prefix what the names start with, without the dot that follows
   * @param shipped gives what counts where nothing is set
   */
  public static <V> SettingTable<V> of(String prefix, Supplier<V> shipped) {
    return new SettingTable<>(prefix, shipped, List.of());
  }

  /** The same with another setting, whose default is what is shipped. */
  public <T> SettingTable<V> with(
      String member,
      Form<T> form,
      Function<V, T> value,
      BiFunction<V, T, V> taker,
      String description) {
    SettingDefault found = SettingDefault.value(form.write(value.apply(shipped.get())));
    return with(member, form, found, taker, description);
  }

  /** The same with another setting. */
  public <T> SettingTable<V> with(
      String member,
      Form<T> form,
      SettingDefault otherwise,
      BiFunction<V, T, V> taker,
      String description) {
    return with(row(SettingRow.ofValue(name(member), form, otherwise, taker, description)));
  }

  /** The same with another list, which is passed on only where it has elements. */
  public <E> SettingTable<V> withList(
      String member,
      Form<E> form,
      SettingDefault otherwise,
      BiFunction<V, List<E>, V> taker,
      String description) {
    return with(row(SettingRow.ofList(name(member), form, otherwise, taker, description)));
  }

  private String name(String member) {
    return member.isEmpty() ? prefix : prefix + '.' + member;
  }

  private static <V> Entry<V> row(SettingRow<V> row) {
    return new Entry<>() {
      @Override
      public V read(V before, SettingReader reader) {
        return row.take(before, reader.written(row.setting().name()), reader.faults());
      }

      @Override
      public Stream<Setting> settings() {
        return Stream.of(row.setting());
      }
    };
  }

  /** The same with all settings of another table of the same thing. */
  public SettingTable<V> with(SettingTable<V> others) {
    SettingTable<V> table = this;
    for (Entry<V> entry : others.entries) {
      table = table.with(entry);
    }
    return table;
  }

  /** The same with the settings of a part, which is passed on when it was read without a fault. */
  public <P> SettingTable<V> with(SettingTable<P> part, BiFunction<V, P, V> taker) {
    return with(
        new Entry<V>() {
          @Override
          public V read(V before, SettingReader reader) {
            return reader.take(
                before, part.prefix, () -> part.read(reader), read -> taker.apply(before, read));
          }

          @Override
          public Stream<Setting> settings() {
            return part.entries.stream().flatMap(Entry::settings);
          }

          @Override
          public Stream<SettingGroup<?>> groups() {
            return part.groups();
          }
        });
  }

  /**
   * The same with a group.
   *
   * @param alsoNamed the subjects that other settings of this table named
   * @param taker takes what was read of one subject without a fault
   */
  public <G> SettingTable<V> with(
      SettingGroup<G> group, Function<V, Collection<String>> alsoNamed, BiFunction<V, G, V> taker) {
    return with(
        new Entry<V>() {
          @Override
          public V read(V before, SettingReader reader) {
            SettingSubjects subjects = new SettingSubjects(group, reader);
            subjects.alsoNamed(alsoNamed.apply(before));
            V found = before;
            for (String subject : subjects.all()) {
              V last = found;
              found =
                  reader.take(
                      last,
                      group.prefix() + SettingGroup.quote(subject),
                      () -> group.read(subject, subjects, reader.faults()),
                      read -> taker.apply(last, read));
            }
            reader.lookedFor(subjects.spellings());
            return found;
          }

          @Override
          public Stream<Setting> settings() {
            return group.settings().stream();
          }

          @Override
          public Stream<SettingGroup<?>> groups() {
            return Stream.of(group);
          }
        });
  }

  private SettingTable<V> with(Entry<V> entry) {
    List<Entry<V>> more = new ArrayList<>(entries);
    more.add(entry);
    return new SettingTable<>(prefix, shipped, List.copyOf(more));
  }

  /** What is shipped, changed by what is set; what is wrong is kept by the reader. */
  public V read(SettingReader reader) {
    V found = shipped.get();
    for (Entry<V> entry : entries) {
      found = entry.read(found, reader);
    }
    return found;
  }

  /** Every setting in the order of its declaration. */
  public List<Setting> settings() {
    return entries.stream().flatMap(Entry::settings).toList();
  }

  Stream<SettingGroup<?>> groups() {
    return entries.stream().flatMap(Entry::groups);
  }
}
