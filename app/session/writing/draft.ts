/**
 * What somebody typed and did not send yet. The browser keeps it per session, person, step and field of work, until the server
 * says it has it; so it outlives a reload, a lost network, a step that moves on and a second tab.
 */
export interface Draft {
  /** The step it was typed in: also when the session has moved on, it is sent for that one. */
  readonly step: string;
  /** Which form of that step. */
  readonly form: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly at: number;
}

const space = "klankbord";
export const draftPrefix = (session: string, person: string): string => `${space}:draft:${session}:${person}:`;
export const draftKey = (session: string, person: string, step: string, form: string): string =>
  `${draftPrefix(session, person)}${step}:${form}`;
export const outboxKey = (session: string, person: string): string => `${space}:outbox:${session}:${person}`;

/** Fields that are typed or chosen; the others (ids, the turn that was seen) belong to the page. */
export const isTyped = (name: string): boolean => !["id", "step", "turn", "insight"].includes(name);

export const isEmpty = (draft: Pick<Draft, "fields">, words: readonly string[] = textFields): boolean =>
  words.every((name) => (draft.fields[name] ?? "").trim() === "");
const textFields = ["text", "condition", "example", "situation", "forWhom", "tried", "wouldHelp"];

/** The words themselves: the practice check has a field for conditions and one for examples in one form. */
export const wordsOf = ({ fields }: Pick<Draft, "fields">): string => fields.text || fields.condition || fields.example || "";

/** What the browser kept may be of an older version, or cut off: then it is nothing. */
export function readDraft(kept: string | null): Draft | null {
  const read = parse(kept);
  if (!isRecord(read) || typeof read.step !== "string" || typeof read.form !== "string" || typeof read.at !== "number")
    return null;
  const fields = textsOf(read.fields);
  return fields && { step: read.step, form: read.form, fields, at: read.at };
}

/**
 * Two tabs of one person: the one that was typed in last has the word, unless it would empty a field somebody has the cursor in.
 * @param mine what stands in this tab, @param theirs what the other tab kept just now (null: sent or thrown away)
 */
export function merge(mine: Draft | null, theirs: Draft | null, typingHere: boolean): Draft | null {
  if (typingHere && mine) return mine;
  if (!theirs) return null;
  return mine && mine.at > theirs.at ? mine : theirs;
}

// ---- What was sent, and is not known to have arrived ----

export interface Sending {
  /** Of two with the same key the later replaces the earlier: a changed ballot, a button pressed twice. */
  readonly key: string;
  readonly url: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly at: number;
  readonly tries: number;
  /** The server's no; then it waits for its writer, not for the network. */
  readonly refused: string | null;
}

export function readOutbox(kept: string | null): readonly Sending[] {
  const read = parse(kept);
  if (!Array.isArray(read)) return [];
  return read.flatMap((one): Sending[] => {
    if (!isRecord(one) || typeof one.key !== "string" || typeof one.url !== "string" || !Array.isArray(one.fields)) return [];
    const fields = one.fields.filter(
      (pair): pair is [string, string] => Array.isArray(pair) && pair.every((x) => typeof x === "string"),
    );
    // Only our own addresses: what stands in the browser's store may have been put there by others.
    if (!/^\/bijeenkomst\/[\w/-]+$/.test(one.url)) return [];
    const { key, url } = one;
    return [
      {
        key,
        url,
        fields,
        at: Number(one.at) || 0,
        tries: Number(one.tries) || 0,
        refused: typeof one.refused === "string" ? one.refused : null,
      },
    ];
  });
}

export const enqueue = (outbox: readonly Sending[], sending: Omit<Sending, "tries" | "refused">): readonly Sending[] => [
  ...outbox.filter(({ key }) => key !== sending.key),
  { ...sending, tries: 0, refused: null },
];

export type Answer =
  | { readonly status: "kept" }
  | { readonly status: "refused"; readonly code: string }
  | { readonly status: "lost" };

/** What becomes of a sending when an answer comes. One that was replaced meanwhile stays: the answer was not for it. */
export function settle(outbox: readonly Sending[], sent: Sending, answer: Answer): readonly Sending[] {
  return outbox.flatMap((one) => {
    if (one.key !== sent.key || one.at !== sent.at) return [one];
    if (answer.status === "kept") return [];
    if (answer.status === "refused") return [{ ...one, refused: answer.code }];
    return [{ ...one, tries: one.tries + 1 }];
  });
}

/** Two tabs write one outbox: what this tab does to it is done to what the other left there. */
export const nextToSend = (outbox: readonly Sending[]): Sending | undefined => outbox.find(({ refused }) => refused === null);

/** Full jitter up to 8 s, so that a hall does not come back at one moment. @param chance from 0 to 1 */
export const retryAfterMs = (tries: number, chance: number): number =>
  400 + chance * Math.min(8_000, 500 * 2 ** Math.min(tries, 5));

function parse(kept: string | null): unknown {
  try {
    return JSON.parse(kept ?? "null");
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function textsOf(value: unknown): Record<string, string> | null {
  if (!isRecord(value)) return null;
  return Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}
