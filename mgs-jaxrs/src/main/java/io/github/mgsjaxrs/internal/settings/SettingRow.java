package io.github.mgsjaxrs.internal.settings;

import io.github.mgsjaxrs.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One setting, and where its value goes.
 *
 * @param <V> what is changed by it
 */
final class SettingRow<V> {

  /** Changes what was there before by what is written, or keeps it where that is a fault. */
  private interface Taking<V> {
    V take(V before, WrittenSetting written, SettingFaults faults);
  }

  private final Setting setting;
  private final Taking<V> taking;

  private SettingRow(Setting setting, Taking<V> taking) {
    this.setting = setting;
    this.taking = taking;
  }

  static <V, T> SettingRow<V> ofValue(
      String name,
      Form<T> form,
      SettingDefault shipped,
      BiFunction<V, T, V> taker,
      String description) {
    return new SettingRow<>(
        setting(name, form, false, shipped, description),
        (before, written, faults) -> {
          String value = form.takesEmpty() ? written.exact() : written.text();
          if (value == null) {
            return before;
          }
          String taken = form.kind().exact() ? value : value.strip();
          return faults.attempt(
              before,
              written.name(),
              " is ",
              shown(form, taken),
              () -> taker.apply(before, form.read(taken)));
        });
  }

  static <V, E> SettingRow<V> ofList(
      String name,
      Form<E> form,
      SettingDefault shipped,
      BiFunction<V, List<E>, V> taker,
      String description) {
    return new SettingRow<>(
        setting(name, form, true, shipped, description),
        (before, written, faults) -> {
          List<String> elements = written.list();
          if (elements.isEmpty() && !written.isEmptyList()) {
            return before;
          }
          int known = faults.count();
          List<E> read = new ArrayList<>();
          for (String element : elements) {
            faults.attempt(
                false,
                written.name(),
                " has ",
                shown(form, element),
                () -> read.add(form.read(element)));
          }
          return faults.count() > known
              ? before
              : faults.attempt(
                  before,
                  written.name(),
                  " is ",
                  shown(form, String.join(",", elements)),
                  () -> taker.apply(before, read));
        });
  }

  private static @Nullable String shown(Form<?> form, String value) {
    return form.kind().hidden() ? null : value;
  }

  private static Setting setting(
      String name, Form<?> form, boolean list, SettingDefault shipped, String description) {
    return new Setting(
        name,
        form.kind().word(),
        form.words(),
        form.range(),
        list,
        form.kind() == SettingKind.SECRET,
        shipped.value(),
        shipped.otherwise(),
        description);
  }

  Setting setting() {
    return setting;
  }

  V take(V before, WrittenSetting written, SettingFaults faults) {
    return taking.take(before, written, faults);
  }
}
