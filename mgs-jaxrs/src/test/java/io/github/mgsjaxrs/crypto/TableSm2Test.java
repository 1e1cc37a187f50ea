package io.github.mgsjaxrs.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The engine of our own against Bouncy Castle's signer: the same verdict in every case. {@code
 * -Dmgs.test.sm2.cases=2000000} tries so many random ones.
 */
class TableSm2Test {

  private static final int RANDOM_CASES = Integer.getInteger("mgs.test.sm2.cases", 26_100);
  private static final int PER_KEY = 300;
  private static final long SEED = 20_261_122;

  private final Sm2Computation computation = new Sm2Computation();
  private final List<String> differences = new ArrayList<>();
  private int asked;
  private int right;

  private void compare(Sm2EquationCases.Case each) {
    boolean expected = each.bouncyCastle();
    asked++;
    right += expected ? 1 : 0;
    if (each.tables(computation) != expected && differences.size() < 20) {
      differences.add("Bouncy Castle says " + expected + " to " + each);
    }
  }

  @Test
  void agreesWithBouncyCastleOnRandomSignatures() {
    Sm2EquationCases cases = new Sm2EquationCases(SEED, this::compare);
    cases.random(RANDOM_CASES / PER_KEY, PER_KEY / 2);

    assertThat(differences).isEmpty();
    assertThat(asked).isGreaterThan(RANDOM_CASES * 99 / 100);
    assertThat(right).isEqualTo(RANDOM_CASES / 2);
  }

  @Test
  void agreesWithBouncyCastleWhereSumsMeetTheirOwnPointsOrInfinity() {
    Sm2EquationCases cases = new Sm2EquationCases(SEED, this::compare);
    cases.knownLogarithms();
    cases.equalAndOppositePoints(8);
    cases.greatX(30);
    cases.bounds();

    assertThat(differences).isEmpty();
    assertThat(asked).isGreaterThan(25_000);
    assertThat(right).isBetween(asked / 3, asked / 2);
  }

  @Test
  void agreesWithTheTextbook() {
    AtomicInteger count = new AtomicInteger();
    Sm2EquationCases edges =
        new Sm2EquationCases(
            SEED + 1,
            each -> {
              if (count.getAndIncrement() % 401 == 0) {
                askTextbook(each);
              }
            });
    edges.knownLogarithms();
    Sm2EquationCases special = new Sm2EquationCases(SEED + 2, this::askTextbook);
    special.greatX(2);
    special.random(1, 8);

    assertThat(differences).isEmpty();
    assertThat(asked).isGreaterThan(70);
    assertThat(right).isBetween(asked / 3, asked / 2 + 10);
  }

  private void askTextbook(Sm2EquationCases.Case each) {
    boolean expected = each.textbook();
    asked++;
    right += expected ? 1 : 0;
    if (each.tables(computation) != expected) {
      differences.add("The textbook says " + expected + " to " + each);
    }
  }
}
