package io.github.mgsjaxrs.internal.settings;

/** How many letters have to be put in, taken out or exchanged (Levenshtein's distance). */
public final class SettingDistance {

  private SettingDistance() {}

  public static int between(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= one.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int exchanged = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(exchanged, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[other.length()];
  }
}
