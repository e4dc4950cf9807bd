import { sql } from "drizzle-orm";
import type { Db } from "../../platform/database/change.server.ts";
import type { Doorbell } from "../../platform/database/doorbell.server.ts";
import type { ContributionId, PersonId, SessionId } from "../../platform/ids.ts";
import type { Happened, Lies } from "../live/changed.ts";
import type { Frame } from "../live/frames.server.ts";
import { groupOf } from "../live/parts.ts";
import type { Hall, Listener } from "../live/session-channel.server.ts";
import type { Stand } from "../live/snapshot.server.ts";
import { wholeFrame } from "../live/whole-frame.ts";
import { readLine } from "./lines.server.ts";
import type { Sign, TalkPlace, Utterance } from "./said.ts";
import { goneMs, signMs, tellEveryMs } from "./typed.ts";

/** What somebody wants to be seen of their line. */
export interface Wish {
  /** as a participant, at their table or with the floor; or as who writes the captions */
  readonly as: "participant" | "captions";
  readonly text: string | null;
  /** said aloud, and made into text on their own device */
  readonly spoken?: true;
  readonly finished?: string;
}
type Told = Utterance & { readonly session: SessionId };

const prefix = "talk ";
/** What PostgreSQL takes in one notice, and how many a tick sends at most: past that, others only learn that somebody writes. */
const longestWord = 7_000;
const mostWords = 16;

/**
 * What is being said, as it passes through this process. It lives in memory: others hear it at once, other processes by a word that
 * is kept nowhere, at most four times a second for all halls together, and not at all when there is no other process.
 */
export function openTalk(
  { db, doorbell }: { readonly db: Db; readonly doorbell: Doorbell },
  halls: ReadonlyMap<SessionId, Hall>,
) {
  const dirty = new Set<Hall>();
  const made = new WeakMap<Hall, Map<string, Frame>>();
  let toOthers: Told[] = [];
  let timer: NodeJS.Timeout | null = null;
  let toldAt = 0;
  const deaf = doorbell.onWord((word) => {
    if (!word.startsWith(prefix)) return;
    const from = new Set<Hall>();
    for (const { session, ...one } of JSON.parse(word.slice(prefix.length)) as Told[]) {
      const hall = halls.get(session);
      if (hall?.talk.hear(one, Date.now())) from.add(hall);
    }
    // Who said it waited already.
    for (const hall of from) tell(hall);
  });

  /** At once the first time, then as often as may be. */
  function soon(): void {
    timer ??= setTimeout(tick, Math.max(0, toldAt + tellEveryMs - Date.now()));
  }

  function tick(): void {
    timer = null;
    toldAt = Date.now();
    for (const hall of dirty) tell(hall);
    dirty.clear();
    const words = toOthers;
    toOthers = [];
    if (words.length > 0 && doorbell.isOneOfMany()) void sayAll(db, words).catch(() => {});
  }

  function tell(hall: Hall): void {
    made.delete(hall);
    for (const listener of hall.listeners) tellOne(hall, listener);
  }

  /** @returns whether there was something to tell */
  function tellOne(hall: Hall, listener: Listener): boolean {
    const { viewer, line, talked } = listener;
    if (!hall.stand) return false;
    const place = placeOf(viewer.as === "participant" ? viewer.personId : null, hall.stand);
    const told = talked?.place === place ? talked.n : 0;
    const n = hall.talk.at(place);
    if (n <= told || !line.isReady()) return false;
    const text = hall.talk.part(place, told);
    const frames = made.get(hall) ?? new Map<string, Frame>();
    made.set(hall, frames);
    const frame = frames.get(text) ?? frameOf(hall.epoch, text);
    frames.set(text, frame);
    listener.talked = { n, place };
    line.send(frame);
    return true;
  }

  return {
    tellOne,
    /** Finished lines came or went: who sits at that table fetches them; in the plenary they are told. */
    async keep(hall: Hall, lines: readonly Happened[], lies: ReadonlyMap<ContributionId, Lies>): Promise<void> {
      for (const { seq, what, subjectId } of lines) {
        const at = lies.get(subjectId as ContributionId);
        if (at?.kind !== "talk") continue;
        if (at.groupId) hall.talk.keep(at.groupId, seq);
        else if (what !== "talk.add") hall.talk.unsay(subjectId);
        else {
          const line = await readLine(db, subjectId as ContributionId);
          const stepId = hall.stand?.session.stepId;
          if (!line || line.stepId !== stepId || !stepId) continue;
          const finished = { id: line.id, personId: line.personId, by: line.by, text: line.text };
          hall.talk.hear({ place: "plenary", by: line.personId, stepId, text: "", finished }, Date.now());
        }
      }
    },
    /** Ends the lines of who moved, left, lost the floor or may not write, and of a step that is over. */
    prune(hall: Hall): void {
      const { stand, talk } = hall;
      if (!stand) return;
      const isThere = (place: TalkPlace, by: Utterance["by"], stepId: Utterance["stepId"]) =>
        stepId === stand.session.stepId && mayUtter(by, stand) === place;
      if (talk.prune(isThere, stand.session.stepId, Date.now() - goneMs, Date.now() - signMs)) {
        dirty.add(hall);
        soon();
      }
    },
    utter(hall: Hall, who: PersonId, { as, text, spoken, finished }: Wish): boolean {
      const { stand } = hall;
      const by = as === "captions" ? as : who;
      const place = stand && (as === "participant" || stand.session.captionerId === who) ? mayUtter(by, stand) : null;
      const stepId = stand?.session.stepId;
      if (!place || !stepId) return false;
      const said = as === "captions" && finished ? { finished: { id: null, personId: null, by: null, text: finished } } : {};
      const one: Utterance = { place, by, stepId, text, ...(spoken ? { spoken } : {}), ...said };
      const isNew = hall.talk.hear(one, Date.now());
      toOthers.push({ session: hall.sessionId, ...one });
      if (isNew) dirty.add(hall);
      soon();
      return true;
    },
    /** Somebody in the hall shows something without a word. */
    sign(hall: Hall, who: PersonId, sign: Sign): boolean {
      const { stand } = hall;
      const stepId = stand?.session.stepId;
      if (!stand || !stepId || !maySign(who, stand)) return false;
      const one: Utterance = { place: "plenary", by: who, stepId, text: null, sign };
      const isNew = hall.talk.hear(one, Date.now());
      toOthers.push({ session: hall.sessionId, ...one });
      if (isNew) dirty.add(hall);
      soon();
      return true;
    },
    close(): void {
      deaf();
      if (timer) clearTimeout(timer);
    },
  };
}

/** Where somebody hears what is said: at their table, or with everybody. */
const placeOf = (personId: PersonId | null, stand: Stand): TalkPlace => (personId && groupOf(personId, stand)?.id) || "plenary";

/** Where somebody may say something: at their table; in the plenary who has the floor in text, and who writes the captions. */
function mayUtter(by: Utterance["by"], stand: Stand): TalkPlace | null {
  const { session, groups, muted, removed } = stand;
  if (session.state !== "live") return null;
  if (by === "captions") return session.captionerId && groups.length === 0 ? "plenary" : null;
  if (muted.has(by) || removed.has(by)) return null;
  const table = groupOf(by, stand);
  if (table) return table.id;
  return session.floor?.personId === by && session.floor.how === "text" ? "plenary" : null;
}

/** In the plenary everybody may, whose right to speak was not taken. */
function maySign(who: PersonId, { session, groups, muted, removed }: Stand): boolean {
  return session.state === "live" && groups.length === 0 && !muted.has(who) && !removed.has(who);
}

function frameOf(epoch: string, part: string): Frame {
  const text = `{"type":"talk","epoch":"${epoch}","part":${part}}`;
  return { text, bytes: wholeFrame(Buffer.from(text)) };
}

/** One statement for all that was said since the last. Of one line only its last state counts. */
async function sayAll(db: Db, all: readonly Told[]): Promise<void> {
  const last = new Map<string, Told>();
  for (const one of all) last.set(`${one.place} ${one.by} ${one.sign ?? ""} ${one.finished ? last.size : ""}`, one);
  const words: string[] = [];
  let batch: string[] = [];
  let bytes = 0;
  const close = () => {
    if (batch.length > 0) words.push(`${prefix}[${batch.join(",")}]`);
    [batch, bytes] = [[], 0];
  };
  for (const one of last.values()) {
    const short = words.length >= mostWords - 1 && one.text ? { ...one, text: null } : one;
    const text = JSON.stringify(short);
    const length = Buffer.byteLength(text) + 1;
    if (bytes + length > longestWord) close();
    if (words.length >= mostWords) break;
    batch.push(text);
    bytes += length;
  }
  close();
  await db.execute(sql`select pg_notify('klankbord_word', word) from unnest(${sql.param(words)}::text[]) as word`);
}
