/**
 * The one clock of a session. All times are milliseconds of the server's clock. Every change raises `turn`;
 * a command tells which turn its sender saw, so a double click or a second facilitator cannot move the session twice.
 */
export type ClockState = {
  readonly turn: number;
  readonly stepIndex: number;
  readonly startedAt: number;
  readonly endsAt: number;
  /** what is left of the step while the clock stands still */
  readonly pausedLeftMs: number | null;
  readonly finishedAt: number | null;
};

export type Timed = { readonly seconds: number };

export type ClockCommand = { readonly seenTurn: number } & (
  | { readonly type: "next" | "back" | "pause" | "resume" | "finish" }
  | { readonly type: "goTo"; readonly stepIndex: number }
  | { readonly type: "extend" | "shorten"; readonly seconds: number }
);

export type ClockOutcome =
  | { readonly status: "done"; readonly state: ClockState }
  | { readonly status: "already-done" }
  | { readonly status: "refused"; readonly code: ClockRefusal };
type ClockRefusal = "finished" | "first-step" | "last-step" | "no-such-step" | "seconds" | "time-is-over" | "unknown-turn";

/** null when there is no step to begin with */
export function startClock(steps: readonly Timed[], now: number): ClockState | null {
  const first = steps[0];
  if (!first) return null;
  return { turn: 1, stepIndex: 0, startedAt: now, endsAt: now + first.seconds * 1000, pausedLeftMs: null, finishedAt: null };
}

export function command(state: ClockState, steps: readonly Timed[], order: ClockCommand, now: number): ClockOutcome {
  if (order.seenTurn < state.turn) return alreadyDone;
  if (order.seenTurn > state.turn) return refused("unknown-turn");
  if (state.finishedAt !== null) return order.type === "finish" ? alreadyDone : refused("finished");

  switch (order.type) {
    case "next":
      return state.stepIndex >= steps.length - 1 ? refused("last-step") : enter(state, steps, state.stepIndex + 1, now);
    case "back":
      return state.stepIndex <= 0 ? refused("first-step") : enter(state, steps, state.stepIndex - 1, now);
    case "goTo":
      return order.stepIndex === state.stepIndex ? alreadyDone : enter(state, steps, order.stepIndex, now);
    case "extend":
      return mayChangeBy(order.seconds) ? leave(state, now, leftMs(state, now) + order.seconds * 1000) : refused("seconds");
    case "shorten": {
      if (!mayChangeBy(order.seconds)) return refused("seconds");
      const left = leftMs(state, now);
      return left === 0 ? refused("time-is-over") : leave(state, now, Math.max(0, left - order.seconds * 1000));
    }
    case "pause":
      return state.pausedLeftMs !== null ? alreadyDone : done(state, { pausedLeftMs: leftMs(state, now) });
    case "resume":
      return state.pausedLeftMs === null ? alreadyDone : done(state, { endsAt: now + state.pausedLeftMs, pausedLeftMs: null });
    case "finish":
      return done(state, { endsAt: now, pausedLeftMs: null, finishedAt: now });
  }
}

const longestChangeSeconds = 3600;

/** Never below zero: a step whose time is over waits for the facilitator. */
export function leftMs(state: ClockState, now: number): number {
  if (state.finishedAt !== null) return 0;
  return state.pausedLeftMs ?? Math.max(0, state.endsAt - now);
}

type PlannedStep = {
  readonly index: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** what is over for it when every other step keeps its time and the session ends as agreed; never more than its own time */
  readonly leftSeconds: number;
};
export type Plan = {
  /** this step and all after it */
  readonly steps: readonly PlannedStep[];
  readonly endsAt: number;
  /** past the end that was agreed on, 0 when it fits */
  readonly overrunSeconds: number;
  /** left before that end, 0 when it does not fit */
  readonly spareSeconds: number;
};

/** When everything begins and ends if no more is changed; a step whose time is over, or a clock that stands still, pushes the rest ahead. */
export function plan(steps: readonly Timed[], state: ClockState, now: number, sessionEndsAt: number): Plan {
  const planned: Omit<PlannedStep, "leftSeconds">[] = [];
  let at = state.finishedAt ?? now + leftMs(state, now);
  if (state.finishedAt === null) planned.push({ index: state.stepIndex, startsAt: state.startedAt, endsAt: at });
  for (let index = state.stepIndex + 1; index < steps.length && state.finishedAt === null; index++) {
    const startsAt = at;
    at += (steps[index]?.seconds ?? 0) * 1000;
    planned.push({ index, startsAt, endsAt: at });
  }
  const over = Math.ceil((at - sessionEndsAt) / 1000);
  const overrunSeconds = Math.max(0, over);
  return {
    steps: planned.map((one) => ({ ...one, leftSeconds: Math.max(0, (one.endsAt - one.startsAt) / 1000 - overrunSeconds) })),
    endsAt: at,
    overrunSeconds,
    spareSeconds: Math.max(0, -over),
  };
}

export type Announced = { readonly step: string; readonly said: 60 | 10 | null };

/**
 * What is to be said aloud now, a minute or ten seconds before the end, and what was said then. Each has a window of some seconds,
 * so that a browser that looks every second never misses one, and one that wakes up late does not tell a wrong time. Said once in
 * a step, and again only after the time was made longer.
 */
export function announce(
  before: Announced,
  step: string,
  leftMs: number,
): { readonly say: 60 | 10 | null; readonly now: Announced } {
  const left = leftMs / 1000;
  const known = before.step === step ? before.said : null;
  const said = left > 60 ? null : left > 10 && known === 10 ? 60 : known;
  const due = left <= 60 && left > 55 && said === null ? 60 : left <= 10 && left > 6 && said !== 10 ? 10 : null;
  return { say: due, now: { step, said: due ?? said } };
}

export type Sample = { readonly sentAt: number; readonly serverAt: number; readonly receivedAt: number };

/**
 * How far the server's clock is ahead of the browser's, in ms: add it to the browser's time.
 * The median over the quickest round trips: a slow one says little, and is off by half its length at most.
 */
export function offsetOf(samples: readonly Sample[], best = 5): number {
  const offsets = samples
    .filter((s) => s.receivedAt >= s.sentAt)
    .toSorted((a, b) => a.receivedAt - a.sentAt - (b.receivedAt - b.sentAt))
    .slice(0, best)
    .map((s) => s.serverAt - (s.sentAt + s.receivedAt) / 2)
    .toSorted((a, b) => a - b);
  const middle = Math.floor(offsets.length / 2);
  const upper = offsets[middle];
  if (upper === undefined) return 0;
  return offsets.length % 2 === 1 ? upper : (upper + (offsets[middle - 1] ?? upper)) / 2;
}

const keptSamples = 12;
const jumpMs = 2_000;

/** Takes a round trip along. A browser whose clock was put right meanwhile begins anew. */
export function sampled(
  before: readonly Sample[],
  sample: Sample,
): { readonly samples: readonly Sample[]; readonly offset: number } {
  const trip = sample.receivedAt - sample.sentAt;
  const jumped = before.length > 0 && (trip < 0 || Math.abs(offsetOf([sample]) - offsetOf(before)) > jumpMs + trip);
  const samples = [...(jumped ? [] : before), ...(trip < 0 ? [] : [sample])].slice(-keptSamples);
  return { samples, offset: offsetOf(samples) };
}

const alreadyDone: ClockOutcome = { status: "already-done" };

function refused(code: ClockRefusal): ClockOutcome {
  return { status: "refused", code };
}

function done(state: ClockState, change: Partial<ClockState>): ClockOutcome {
  return { status: "done", state: { ...state, ...change, turn: state.turn + 1 } };
}

function enter(state: ClockState, steps: readonly Timed[], stepIndex: number, now: number): ClockOutcome {
  const step = steps[stepIndex];
  if (!step) return refused("no-such-step");
  return done(state, { stepIndex, startedAt: now, endsAt: now + step.seconds * 1000, pausedLeftMs: null });
}

function leave(state: ClockState, now: number, left: number): ClockOutcome {
  return done(state, state.pausedLeftMs === null ? { endsAt: now + left } : { pausedLeftMs: left });
}

function mayChangeBy(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds > 0 && seconds <= longestChangeSeconds;
}
