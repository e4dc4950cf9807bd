import type { GroupId, PersonId, StepId } from "../../platform/ids.ts";

/** Where something is said: at one table, or in the plenary. */
export type TalkPlace = GroupId | "plenary";
/** By whom: a person, or whoever writes the captions. */
export type Speaks = PersonId | "captions";

/** What somebody in the hall shows without a word. */
export const signs = ["applause", "agree"] as const;
export type Sign = (typeof signs)[number];

/** A line that somebody is typing; null when they write and keep it to themselves until it is sent. */
interface Writing {
  readonly by: Speaks;
  readonly text: string | null;
  /** it is said aloud, and the browser of who says it makes text of it */
  readonly spoken?: true;
}
/** A line in the plenary that is finished. Those of a table come from its page. */
interface Said {
  readonly n: number;
  /** of what was kept; captions are not */
  readonly id: string | null;
  /** who said it; null for captions */
  readonly personId: PersonId | null;
  /** the name of who has the floor, as they chose to be shown; null for captions */
  readonly by: string | null;
  readonly text: string;
}
/** All that is being said at one place now: it takes the place of what was told before. */
export interface TalkPart {
  /** rises with each change in the hall */
  readonly n: number;
  readonly place: TalkPlace;
  readonly writing: readonly Writing[];
  /** the number of the last finished line that came or went: above that of the list, fetch again */
  readonly kept: number;
  /** the last finished lines of the plenary; absent when they are as told before */
  readonly said?: readonly Said[];
  /** how many in the plenary gave a sign just now; absent when nobody did */
  readonly signs?: Readonly<Partial<Record<Sign, number>>>;
}
/** What one process tells the others, and what a browser's post comes to. */
export interface Utterance {
  readonly place: TalkPlace;
  readonly by: Speaks;
  readonly stepId: StepId;
  /** what others may see of the line; "" when it is empty or sent */
  readonly text: string | null;
  /** said aloud, and not typed */
  readonly spoken?: true;
  /** the line is finished, in the plenary: by whom it is shown to be */
  readonly finished?: Omit<Said, "n">;
  /** a sign, and no line: what they write stays as it is */
  readonly sign?: Sign;
}

const mostSaid = 4;

interface Line {
  readonly stepId: StepId;
  readonly text: string | null;
  readonly spoken?: true;
  readonly at: number;
}

/** What is being said in one hall, in memory only. */
export function makeTalk() {
  let n = 0;
  const lines = new Map<TalkPlace, Map<Speaks, Line>>();
  const changed = new Map<TalkPlace, number>();
  const kept = new Map<TalkPlace, number>();
  let said: readonly (Said & { readonly stepId: StepId })[] = [];
  let saidN = 0;
  const made = new Map<string, string>();
  const given = new Map<string, { readonly sign: Sign; readonly stepId: StepId; readonly at: number }>();

  function touch(place: TalkPlace): void {
    n += 1;
    changed.set(place, n);
    for (const key of made.keys()) if (key.startsWith(place)) made.delete(key);
  }

  /** Again by the same person it stays a little longer, and is no news. */
  function give(by: Speaks, sign: Sign, stepId: StepId, now: number): boolean {
    const key = `${sign} ${by}`;
    const isNew = !given.has(key);
    given.set(key, { sign, stepId, at: now });
    if (isNew) touch("plenary");
    return isNew;
  }
  function counted(): TalkPart["signs"] {
    if (given.size === 0) return undefined;
    const counts: Partial<Record<Sign, number>> = {};
    for (const { sign } of given.values()) counts[sign] = (counts[sign] ?? 0) + 1;
    return counts;
  }

  return {
    /** @returns whether there is something to tell */
    hear({ place, by, stepId, text, spoken, finished, sign }: Utterance, now: number): boolean {
      if (sign) return give(by, sign, stepId, now);
      const at = lines.get(place) ?? new Map<Speaks, Line>();
      const before = at.get(by);
      if (text === "") at.delete(by);
      else at.set(by, { stepId, text, at: now, ...(spoken ? { spoken } : {}) });
      if (at.size > 0) lines.set(place, at);
      else lines.delete(place);
      if (!finished && (before?.text ?? (before ? null : "")) === text) return false;
      touch(place);
      if (finished) {
        said = [...said, { n, stepId, ...finished }].slice(-mostSaid);
        saidN = n;
      }
      return true;
    },
    /** What was kept and shown was taken back, or hidden. */
    unsay(id: string): void {
      if (!said.some((one) => one.id === id)) return;
      said = said.filter((one) => one.id !== id);
      touch("plenary");
      saidN = n;
    },
    /** A finished line came to a table, or went. */
    keep(place: TalkPlace, seq: number): void {
      kept.set(place, seq);
      touch(place);
    },
    /** Lines of who is there no longer, or is silent, and of another step, end. @returns whether there is something to tell */
    prune(
      isThere: (place: TalkPlace, by: Speaks, stepId: StepId) => boolean,
      stepId: StepId | null,
      goneBefore: number,
      signsBefore = goneBefore,
    ): boolean {
      const before = n;
      for (const [key, one] of given)
        if (one.at < signsBefore || one.stepId !== stepId) {
          given.delete(key);
          touch("plenary");
        }
      for (const [place, at] of lines) {
        for (const [by, line] of at)
          if (line.at < goneBefore || !isThere(place, by, line.stepId)) {
            at.delete(by);
            touch(place);
          }
        if (at.size === 0) lines.delete(place);
      }
      if (said.some((one) => one.stepId !== stepId)) {
        said = said.filter((one) => one.stepId === stepId);
        touch("plenary");
        saidN = n;
      }
      return n > before;
    },
    /** The number of the last change at a place; 0 when nothing was said there yet. */
    at: (place: TalkPlace): number => changed.get(place) ?? 0,
    /** What is being said there, for who was told all up to a number; made once for all who hear the same. */
    part(place: TalkPlace, told: number): string {
      const tellsSaid = place === "plenary" && told < saidN;
      const key = `${place} ${tellsSaid}`;
      const known = made.get(key);
      if (known) return known;
      const writing: Writing[] = [...(lines.get(place) ?? [])].map(([by, { text, spoken }]) => ({
        ...{ by, text },
        ...(spoken ? { spoken } : {}),
      }));
      const shown = place === "plenary" ? counted() : undefined;
      const part: TalkPart = {
        n: changed.get(place) ?? 0,
        place,
        writing,
        kept: kept.get(place) ?? 0,
        ...(tellsSaid ? { said: said.map(({ stepId: _, ...one }) => one) } : {}),
        ...(shown ? { signs: shown } : {}),
      };
      const text = JSON.stringify(part);
      made.set(key, text);
      return text;
    },
  };
}
export type Talk = ReturnType<typeof makeTalk>;

/** Whoever was told all up to a number of another place, was told nothing of this one. */
export interface ToldTalk {
  readonly n: number;
  readonly place: TalkPlace;
}
