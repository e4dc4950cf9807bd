import { kindsFor } from "../../contribution/contribution.ts";
import { exampleFor } from "../../contribution/example.ts";
import { ownFlags } from "../../contribution/flags.server.ts";
import { exampleWords } from "../../contribution/messages/examples.ts";
import { listedForAll, onTable, ownContributions } from "../../contribution/reading.server.ts";
import type { Place, Visit } from "../../dialogue/access/context.server.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { nameShown } from "../../dialogue/people/name-shown.ts";
import type { session as sessions, step as steps } from "../../dialogue/tables.ts";
import { addUntil, writingOutside } from "../../dialogue/writing-period.ts";
import type { Locale } from "../../language/locale.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { schedule } from "../../prepare/run-sheet/run-sheet.ts";
import { makesGroups, usualGroupSize } from "../../prepare/run-sheet/step.ts";
import { readNaming } from "../../themes/naming/naming-view.server.ts";
import { openingView } from "../attention/opening-view.server.ts";
import { seatAhead } from "../group/ahead.server.ts";
import { topicsOf } from "../group/choose.server.ts";
import { peopleTogether, tableDeeds } from "../group/gathering.server.ts";
import { groupsOf } from "../group/groups.server.ts";
import { seatHere } from "../group/seat.server.ts";
import { helpOf, reasonsFor } from "../group/table.server.ts";
import { readLife } from "../group/table-life.server.ts";
import { practiceCheck } from "../insights/practice-check.server.ts";
import { presentIn } from "../live/presence.server.ts";
import { firstCard } from "../lobby/card.ts";
import { testingFor } from "../lobby/testing.server.ts";
import { askOf } from "../plenary/floor.server.ts";
import { hasFloor } from "../plenary/floor.ts";
import { findingOf } from "../results/finding.ts";
import { readTalk } from "../talk/lines.server.ts";
import { hasConsented } from "../video/join/consent.server.ts";
import { ownOrder } from "../weigh/mark.ts";
import { marksOf, themeMarksOf } from "../weigh/marks.server.ts";
import { type Seeking, seekingIn, toMark } from "../weigh/to-mark.ts";
import { roomNoticeVersion } from "./notice.ts";
import type { Member, RoomData, RoomStep } from "./room-data.ts";
import {
  cardsAt,
  fieldsOf,
  lobbyOf,
  membersAt,
  onWall,
  outcomesOf,
  prioritiesOf,
  sheetOf,
  themesOf,
  togetherOf,
} from "./room-reads.server.ts";

type Entered = {
  readonly dialogue: NonNullable<Place["dialogue"]>;
  readonly session: typeof sessions.$inferSelect;
  readonly registration: NonNullable<Place["registration"]>;
  readonly guest: NonNullable<Visit["guest"]>;
  readonly locale: Locale;
};

const leastShown = 5;
const noCard = firstCard({ function: "", organisation: "", area: "", brings: "" });

interface Asks {
  /** The page of the check itself, beside the run sheet. */
  readonly toTest?: boolean;
  /** People can see and hear each other here. */
  readonly meets?: boolean;
  readonly seeking?: Seeking;
}

/**
 * All that one participant's page shows at this moment.
 */
export async function readRoom(
  db: Db,
  { dialogue, session, registration: mine, guest, locale }: Entered,
  { toTest = false, meets = false, seeking }: Asks = {},
): Promise<RoomData> {
  const { personId } = guest;
  const writer = { dialogueId: dialogue.id, sessionId: session.id, personId };
  const live = await openingView(db, session, { as: "participant", personId });
  const sheet = await sheetOf(db, session.id);
  const isLive = live.view.state === "live";
  const index = isLive ? sheet.findIndex(({ id }) => id === live.view.stepId) : -1;
  const now = sheet[index];
  const seated = now?.setting === "group" ? await seatHere(db, writer) : null;
  const weighs = now?.collects.includes("mark") ?? false;
  const weighsThemes = now?.collects.includes("theme-mark") ?? false;
  const plenary = now?.setting === "plenary" && now.kind !== "break" && now.kind !== "welcome";
  const inLobby = live.view.state === "lobby";
  const checks = toTest || (now?.collects.includes("ballot") ?? false);
  const over = live.view.state === "ended";
  const wall = plenary && ["wall", "brought"].includes(session.projector.shows);
  const asks = plenary && now ? kindsFor(now) : [];
  const [fields, own, table, listed, marks, asked, agreed, cards, here, check, testing, shown, flags, themes, [priorities]] =
    await Promise.all([
      fieldsOf(db, dialogue.id),
      ownContributions(db, session.id, personId),
      seated ? onTable(db, seated.id, personId) : [],
      weighs
        ? listedForAll(db, session.id, ["need"])
        : wall || asks.length > 0
          ? listedForAll(db, session.id, wall ? ["need", ...asks] : asks)
          : [],
      weighs ? marksOf(db, session.id, personId) : weighsThemes ? themeMarksOf(db, session.id, personId) : [],
      helpOf(db, session.id, personId),
      hasConsented(db, writer, "session-notice", roomNoticeVersion),
      cardsAt(db, session.id, seated ? [...new Set([...seated.members, personId])] : [personId]),
      inLobby ? lobbyOf(db, session.id) : [],
      checks ? practiceCheck(db, writer, personId) : null,
      checks ? null : testingFor(db, writer),
      checks || plenary || over ? outcomesOf(db, dialogue.id) : [],
      ownFlags(db, session.id, personId),
      weighsThemes ? themesOf(db, dialogue.id) : [],
      prioritiesOf(db, dialogue.id),
    ]);
  const showsBrought = plenary && session.projector.shows === "brought";
  const all = weighs ? [] : await onWall(db, writer, listed, showsBrought);
  const outside = writingOutside({ ...session, state: live.view.state }, dialogue.state, new Date());
  const together = shown.length > 0 ? await togetherOf(db, dialogue.id) : null;
  const finding = together && together.results.status !== "too-few-votes" ? findingOf(together.results) : null;
  const why = await reasonsFor(db, session.id, personId);
  const fieldOf = new Map(fields.map((one) => [one.id, one]));
  const lookOf = (fieldId: string | null) => {
    const found = fields.find(({ id }) => id === fieldId);
    return { field: found?.name ?? "", shape: found?.shape ?? null };
  };
  const naming = plenary ? await readNaming(db, session.id, personId) : null;
  const gathered = await tableDeeds(db, session.id, table, personId);
  const behind = await peopleTogether(
    db,
    table.flatMap(({ together }) => together ?? []),
  );
  const members = seated ? await membersAt(db, session.id, seated.members) : [];
  const left = live.view.pausedLeftMs ?? Math.max(0, (live.view.stepEndsAt ?? 0) - live.view.now);
  const next = isLive ? sheet[index + 1] : undefined;
  const dealsNext = next !== undefined && next.setting === "group" && makesGroups(next.mix) && next.mix !== "theme";
  const floorHere = now !== undefined && hasFloor(now);
  const [dealt, life, goes, topics, talk, asksFloor] = await Promise.all([
    now?.setting === "group" && now.mix !== "theme" && !seated ? groupsOf(db, session.id, now) : null,
    seated && now
      ? readLife(db, { ...writer, stepId: now.id, leftMs: left, nudge: dialogue.settings.silenceNudge ?? false }, seated)
      : null,
    dealsNext
      ? seatAhead(
          db,
          { ...writer, step: next, leftMs: live.view.pausedLeftMs === null ? left : Number.POSITIVE_INFINITY },
          async () => [...(await presentIn(db, session.id))],
        )
      : null,
    now?.setting === "group" && now.mix === "theme" && !seated
      ? topicsOf(db, { ...writer, step: now, size: now.groupSize ?? usualGroupSize })
      : [],
    now && (seated || floorHere)
      ? readTalk(db, { sessionId: session.id, stepId: now.id, groupId: seated?.id ?? null }, personId)
      : null,
    floorHere ? askOf(db, session.id, personId) : null,
  ]);
  const tableAhead = goes && (await membersAt(db, session.id, goes.members));
  const memberOf = (one: Awaited<ReturnType<typeof membersAt>>[number]): Member => {
    const { field: name, shape } = lookOf(one.fieldId);
    return {
      personId: one.personId,
      name: nameShown(one),
      field: name,
      shape,
      you: one.personId === personId,
      card: cards.get(one.personId) ?? noCard,
    };
  };
  return {
    live,
    dialogue: {
      ...{ slug: dialogue.slug, title: dialogue.title, houseRules: dialogue.houseRules, helpContact: dialogue.helpContact },
      ...{ consultation: dialogue.consultation, promises: mayDialogue(dialogue.state, "network") },
    },
    session: { id: session.id, title: session.title, state: live.view.state, startsAt: session.startsAt, endsAt: session.endsAt },
    me: { personId, name: mine.name, ...lookOf(mine.fieldId), card: cards.get(personId) ?? noCard },
    agenda: schedule(session.startsAt, sheet).map(({ step, startsAt }) => ({
      id: step.id,
      at: startsAt,
      title: step.title,
      now: step.id === now?.id,
    })),
    step: now ? stepShown(now, index, sheet.length) : null,
    group: seated && {
      id: seated.id,
      number: seated.number,
      members: members.map(memberOf),
    },
    life,
    talk: talk && { seq: live.view.versions.mine, lines: talk },
    media: meets && now ? { kind: now.setting === "group" ? (seated ? "group" : null) : floorHere ? "plenary" : null } : null,
    floor: floorHere ? { asked: asksFloor } : null,
    dealsNext,
    ahead: goes && tableAhead && { number: goes.number, topic: goes.topic, members: tableAhead.map(memberOf) },
    topics,
    listens: (dealt?.groups.length ?? 0) > 0,
    mine: own,
    table,
    gathered,
    together: Object.fromEntries(behind),
    all,
    allMore: weighs || showsBrought ? 0 : listed.length - all.length,
    toMark: weighs ? toMark(listed, personId, marks, seeking ?? seekingIn(new URLSearchParams())) : null,
    showsBrought,
    naming: naming && { ...naming, fresh: crypto.randomUUID() },
    marks,
    themes: ownOrder(themes, personId),
    prioritiesShown: Boolean(priorities?.at),
    flags,
    check,
    testing,
    finding,
    outcomes: shown.toSorted(
      (a, b) => Number(b.id === session.projector.insightId) - Number(a.id === session.projector.insightId),
    ),
    help: {
      open: asked !== null && asked.answeredAt === null,
      claimed: asked !== null && asked.claimedBy !== null,
      answer: asked?.answeredBy && asked.answeredBy !== personId ? asked.answer : null,
      fresh: (asked?.answeredAt ?? 0) >= (session.stepStartedAt ?? 0),
    },
    measures: { asked: why.asked ?? null, muted: why.muted ?? null },
    agreed,
    here: here.flatMap(({ fieldId, people }) => {
      const found = fieldId && fieldOf.get(fieldId);
      return found ? [{ field: found.name, shape: found.shape, atLeast: Math.floor(people / leastShown) * leastShown }] : [];
    }),
    fields: fields
      .filter(({ removedAt }) => removedAt === null)
      .sort((a, b) => a.position - b.position)
      .map(({ id, name, shape }) => ({ id, name, shape })),
    example: exampleWords[locale][exampleFor(lookOf(mine.fieldId).field)],
    outside: outside && { moment: outside, until: outside === "after" ? addUntil(session) : null },
    addedUntil: over ? addUntil(session) : null,
    fresh: crypto.randomUUID(),
  };
}

function stepShown(row: typeof steps.$inferSelect, index: number, of: number): RoomStep {
  const { id, kind, setting, collects, title, question, instruction } = row;
  const kinds = kindsFor({ kind, collects, setting }).filter((one) => one !== "condition" && one !== "example");
  // A need is what most came for; the rest is a tap away.
  const first = kinds.includes("need") ? (["need", ...kinds.filter((one) => one !== "need")] as const) : kinds;
  return { id, kind, setting, collects, title, question, instruction, at: index + 1, of, kinds: first };
}
