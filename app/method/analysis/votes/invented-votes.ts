import { random } from "../../random.ts";
import { type Choice, type Votes, votesOf } from "./votes.ts";

/** How much somebody leans to agree with a statement, before chance has its say; 0 is as much for as against. */
type Leaning = (person: number, statement: number) => number;

export type Invented = {
  readonly people: number;
  readonly statements: number;
  /** share of cells filled, and of those skipped */
  readonly filled: number;
  readonly skips: number;
  readonly seed: number;
  /** people differ in how much they fill in: some a tenth, some all */
  readonly uneven?: boolean;
};

/** Votes by a rule that is known, for tests and benchmarks: agree with chance 1 / (1 + e^-leaning). */
export function invent({ people, statements, filled, skips, seed, uneven = false }: Invented, leaning: Leaning): Votes {
  const chance = random(seed, 99);
  const ballots = [];
  for (let person = 0; person < people; person++) {
    const eager = uneven ? Math.min(1, filled * 0.4 * Math.exp(1.2 * chance.normal()) + 0.05) : filled;
    for (let statement = 0; statement < statements; statement++) {
      if (chance.next() >= eager) continue;
      const agrees = chance.next() < 1 / (1 + Math.exp(-leaning(person, statement)));
      const choice: Choice = chance.next() < skips ? 0 : agrees ? 1 : -1;
      ballots.push({ person: `p${person}`, statement: `s${statement}`, choice });
    }
  }
  return votesOf(
    ballots,
    Array.from({ length: statements }, (_, s) => `s${s}`),
  );
}

/** Groups of equal size, each with its own mind on each statement: for or against, with the given force. */
export function planted(groups: number, statements: number, seed: number, force: number): Leaning {
  const chance = random(seed, 98);
  const minds = Array.from({ length: groups }, () =>
    Array.from({ length: statements }, () => (chance.next() < 0.5 ? -force : force)),
  );
  return (person, statement) => minds[person % groups]?.[statement] ?? 0;
}

/** Everybody alike: each statement has its own share of agreement, spread as wide as `spread`. */
export function independent(statements: number, seed: number, spread = 1): Leaning {
  const chance = random(seed, 98);
  const levels = Array.from({ length: statements }, () => spread * chance.normal());
  return (_, statement) => levels[statement] ?? 0;
}

type Tails = "normal" | "light" | "heavy";

/** Opinions by degree along one or more factors: places drawn from a curve with one top (light: flat from end to end). */
function factors(count: number, people: number, statements: number, seed: number, strength: number, tails: Tails): Leaning {
  const chance = random(seed, 98);
  const draw = () => {
    if (tails === "light") return Math.sqrt(12) * (chance.next() - 0.5);
    // Student's t with four degrees of freedom, scaled to variance 1
    if (tails === "heavy")
      return (
        chance.normal() /
        Math.sqrt((chance.normal() ** 2 + chance.normal() ** 2 + chance.normal() ** 2 + chance.normal() ** 2) / 4) /
        Math.SQRT2
      );
    return chance.normal();
  };
  const places = Array.from({ length: people }, () => Array.from({ length: count }, draw));
  const loadings = Array.from({ length: statements }, () => Array.from({ length: count }, () => strength * chance.normal()));
  const levels = Array.from({ length: statements }, () => 0.7 * chance.normal());
  return (person, statement) =>
    (places[person] ?? []).reduce((sum, place, f) => sum + place * (loadings[statement]?.[f] ?? 0), levels[statement] ?? 0);
}

/** Votes of which it is known what they hold, per seed, and what the method must say of them [OG5]. */
export type Kind = {
  readonly name: string;
  readonly votes: (seed: number) => Votes;
  readonly status: "groups" | "gradient" | "no-clear-groups";
};

const size = { people: 300, statements: 50, filled: 0.4, skips: 0.1 };
const kindOf = (
  name: string,
  status: Kind["status"],
  shape: Omit<Invented, "seed">,
  leaning: (seed: number) => Leaning,
): Kind => ({
  name,
  status,
  votes: (seed) => invent({ ...shape, seed }, leaning(seed)),
});
const byDegree = (count: number, tails: Tails): Kind =>
  kindOf(`${count === 1 ? "one factor" : "two factors"}, ${tails} tails`, "gradient", { ...size, filled: 0.6 }, (seed) =>
    factors(count, size.people, size.statements, seed, 2, tails),
  );

export const kinds: readonly Kind[] = [
  kindOf("3 groups, 300 x 50, 40% filled", "groups", size, (seed) => planted(3, 50, seed, 1.5)),
  kindOf("3 groups, 200 x 100, 30% filled", "groups", { people: 200, statements: 100, filled: 0.3, skips: 0.1 }, (seed) =>
    planted(3, 100, seed, 1.5),
  ),
  kindOf("4 groups, 600 x 100, 30% filled", "groups", { people: 600, statements: 100, filled: 0.3, skips: 0.1 }, (seed) =>
    planted(4, 100, seed, 1.5),
  ),
  kindOf("independent", "no-clear-groups", size, (seed) => independent(50, seed)),
  kindOf("independent, one strong shared opinion", "no-clear-groups", size, (seed) => {
    const levels = independent(50, seed);
    return (person, statement) => 2 + levels(person, statement);
  }),
  kindOf("independent, very uneven activity", "no-clear-groups", { ...size, uneven: true }, (seed) => independent(50, seed)),
  byDegree(1, "normal"),
  byDegree(1, "light"),
  byDegree(1, "heavy"),
  byDegree(2, "normal"),
  byDegree(2, "light"),
  byDegree(2, "heavy"),
];
