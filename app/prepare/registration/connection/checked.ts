import { z } from "zod";

/** What a test of somebody's connection looks at, in the order in which it is shown. */
export const parts = ["camera", "microphone", "speaker", "udp", "turn", "tcp", "tls", "socket", "stream"] as const;
export type Part = (typeof parts)[number];

/** Ways by a TURN server, the one that most networks let through last. */
export const detours = ["turn", "tcp", "tls"] as const;
export type Detour = (typeof detours)[number];

/** By which way a browser reaches the server at this address (`turn:` or `turns:`). */
export const detourOf = (url: string): Detour =>
  url.startsWith("turns:") ? "tls" : url.includes("transport=tcp") ? "tcp" : "turn";

/** unknown: not tried, or nobody can say. */
const findings = ["works", "fails", "unknown"] as const;
type Finding = (typeof findings)[number];
export type Findings = Readonly<Record<Part, Finding>>;

export const nothingKnown: Findings = {
  camera: "unknown",
  microphone: "unknown",
  speaker: "unknown",
  udp: "unknown",
  turn: "unknown",
  tcp: "unknown",
  tls: "unknown",
  socket: "unknown",
  stream: "unknown",
};

export const findingsShape: z.ZodType<Findings> = z.object({
  camera: z.enum(findings),
  microphone: z.enum(findings),
  speaker: z.enum(findings),
  udp: z.enum(findings),
  turn: z.enum(findings),
  tcp: z.enum(findings),
  tls: z.enum(findings),
  socket: z.enum(findings),
  stream: z.enum(findings),
});

/**
 * What it comes down to.
 * blocked: the network lets no sound and picture through. silent: it does, and no microphone was found. unseen: no camera. unheard: nothing
 * was heard. slow: all else works, and news comes by asking. unsaid: media was not tried. good: all works.
 */
const verdicts = ["blocked", "silent", "unseen", "unheard", "slow", "unsaid", "good"] as const;
export type Verdict = (typeof verdicts)[number];

/** The heaviest first: one sentence is enough to know what to do. */
export function verdictOf(of: Findings): Verdict {
  const way = (["udp", ...detours] as const).map((part) => of[part]);
  if (of.udp === "fails" && !way.includes("works")) return "blocked";
  if (way.every((finding) => finding === "unknown")) return "unsaid";
  if (of.microphone === "fails") return "silent";
  if (of.speaker === "fails") return "unheard";
  if (of.camera === "fails") return "unseen";
  if (of.socket === "fails" && of.stream === "fails") return "slow";
  return "good";
}

/** Where a firewall must let people through. `ports`: null where the system chooses them. */
export interface Doors {
  readonly site: { readonly host: string; readonly port: number };
  readonly relay: { readonly host: string; readonly ports: string | null } | null;
  readonly turn: readonly string[];
}

const leastTold = 5;
/** few: some, fewer than five. most: all but a few. */
export type Told = { readonly as: "none" | "few" | "most" | "all" } | { readonly as: "number"; readonly n: number };

/** @returns how many of those who tested something failed it, told so that nobody can be pointed at; null with fewer than five */
export function toldOf(failed: number, tested: number): Told | null {
  if (tested < leastTold) return null;
  if (failed === 0) return { as: "none" };
  if (failed === tested) return { as: "all" };
  if (failed < leastTold) return { as: "few" };
  if (tested - failed < leastTold) return { as: "most" };
  return { as: "number", n: failed };
}

export interface Tested {
  /** null: fewer than five, and so nothing is told */
  readonly tested: number | null;
  readonly failed: Readonly<Partial<Record<Part, Told>>>;
}

/** How the tests of a session went, without names. */
export function tally(all: readonly Findings[]): Tested {
  if (all.length < leastTold) return { tested: null, failed: {} };
  const failed: Partial<Record<Part, Told>> = {};
  for (const part of parts) {
    // What an older test did not look at is not known of it.
    const known = all.filter((one) => (one[part] ?? "unknown") !== "unknown");
    const told = toldOf(known.filter((one) => one[part] === "fails").length, known.length);
    if (told) failed[part] = told;
  }
  return { tested: all.length, failed };
}
