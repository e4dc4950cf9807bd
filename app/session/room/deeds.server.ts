import { z } from "zod";
import { backContribution, markSame } from "../../contribution/backing.server.ts";
import { contributionForm, wordsForm } from "../../contribution/contribution-form.ts";
import {
  addContribution,
  editContribution,
  shareContribution,
  withdrawContribution,
} from "../../contribution/contributions.server.ts";
import { flagForm } from "../../contribution/flag-form.ts";
import { reportContribution } from "../../contribution/report-contribution.server.ts";
import type { Writer } from "../../contribution/writer.server.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ContributionId, GroupId, InsightId, PersonId, ThemeId } from "../../platform/ids.ts";
import { cleanText, textLength } from "../../platform/text.ts";
import { maySession } from "../../prepare/planning/session.ts";
import { chooseName, proposeName } from "../../themes/naming/naming.server.ts";
import { nameChoiceForm, nameProposalForm } from "../../themes/naming/naming-form.ts";
import { ballotForm } from "../check/ballot-form.ts";
import type { BallotBox } from "../check/ballots.server.ts";
import { chooseTopic } from "../group/choose.server.ts";
import { type GatherKind, mostGathered } from "../group/gather.ts";
import { gatherNeeds } from "../group/gathering.server.ts";
import { seatHere, settingOf, stepNow } from "../group/seat.server.ts";
import { askHelp, takeNotes, withdrawHelp } from "../group/table.server.ts";
import { becomeSpeaker, confirmNotes, passTurn, seatSeen } from "../group/table-life.server.ts";
import { helpLimit } from "../help/help.ts";
import { proposalForm } from "../insights/proposal.ts";
import { proposeInsight } from "../insights/proposals.server.ts";
import { cardForm } from "../lobby/card-form.ts";
import { saveCard } from "../lobby/cards.server.ts";
import { askFloor, floorOf, leaveFloor } from "../plenary/floor.server.ts";
import { keepConsent } from "../video/join/consent.server.ts";
import { markNeed, markTheme } from "../weigh/marks.server.ts";
import { type Answer, type DeedName, sameField } from "./deed.ts";
import type { Fields } from "./fields.ts";
import { roomNoticeVersion } from "./notice.ts";
import type { PostPlace } from "./post-place.server.ts";
import { parse, readId } from "./read-form.ts";
import { whyNoBallots } from "./steps.server.ts";

interface At {
  readonly db: Db;
  readonly box: BallotBox;
  readonly writer: Writer;
  readonly place: PostPlace;
  /** Of the contribution that the address names. */
  readonly contribution: string | undefined;
  readonly form: Fields;
}
type Done = Pick<Extract<Answer, { status: "kept" }>, "number" | "id" | "same"> | undefined;

// biome-ignore lint/suspicious/noConfusingVoidType: most deeds have nothing to tell
type Deed = (at: At) => Promise<Done | void>;

/** Every form of the room. @throws Refused with why not, and which field */
export const deeds: Readonly<Record<DeedName, Deed>> = {
  contribute: async ({ db, writer, form }) => {
    const wish = parse(contributionForm, form);
    if (wish.kind === "talk") throw new Refused("unknown", 422);
    return addContribution(db, writer, wish);
  },
  /** A line that is said in text: at one's table, or with the floor in the plenary. */
  talk: async (at) => {
    requireParticipant(at);
    requireLive(at);
    const words = new FormData();
    for (const name of ["id", "step", "text"]) words.set(name, String(at.form.get(name) ?? ""));
    words.set("kind", "talk");
    const wish = parse(contributionForm, words);
    // a line for a table that comes late is kept with that table
    if ((await settingOf(at.db, at.writer.sessionId, wish.step)) !== "group") {
      const floor = await floorOf(at.db, at.writer.sessionId);
      if (floor?.personId !== at.writer.personId || floor.how !== "text") throw new Refused("no-floor");
    }
    return addContribution(at.db, at.writer, wish);
  },
  floor: async (at) => {
    requireParticipant(at);
    requireLive(at);
    if (at.form.get("doen") !== "ask") return leaveFloor(at.db, at.writer);
    await askFloor(at.db, at.writer, at.form.get("how") === "text" ? "text" : "aloud");
  },
  edit: async (at) => editContribution(at.db, at.writer, contributionOf(at), parse(wordsForm, at.form)),
  withdraw: async (at) => withdrawContribution(at.db, at.writer, contributionOf(at)),
  share: async (at) => shareContribution(at.db, at.writer, contributionOf(at), at.form.get("with") === "all" ? "all" : "group"),
  same: async (at) => {
    const other = at.form.get(sameField);
    await markSame(at.db, at.writer, contributionOf(at), other ? readId<ContributionId>(other) : null);
  },
  flag: async (at) => reportContribution(at.db, at.writer, contributionOf(at), parse(flagForm, at.form)),
  back: async (at) => backContribution(at.db, at.writer, contributionOf(at), at.form.get("stands") === "1"),
  mark: async ({ db, writer, form }) => {
    const on = form.get("on") === "1";
    if (form.has("theme")) await markTheme(db, writer, readId<ThemeId>(form.get("theme")), on);
    else await markNeed(db, writer, readId<ContributionId>(form.get("need")), on);
  },
  together: async (at) => gatherNeeds(at.db, at.writer, chosenNeeds(at, "together")),
  apart: async (at) => gatherNeeds(at.db, at.writer, chosenNeeds(at, "apart")),
  bring: async (at) => gatherNeeds(at.db, at.writer, chosenNeeds(at, at.form.get("on") === "1" ? "bring" : "keep")),
  "propose-name": async ({ db, writer, form }) => proposeName(db, writer, parse(nameProposalForm, form)),
  "choose-name": async ({ db, writer, form }) => chooseName(db, writer, parse(nameChoiceForm, form)),
  propose: async ({ db, writer, form }) => proposeInsight(db, writer, parse(proposalForm, form)),

  /** One ballot, or taking it back; without script the condition or example comes with the same form. */
  ballot: async (at) => {
    const ballot = parse(ballotForm, at.form);
    const { session, registration } = at.place;
    requireParticipant(at);
    const no = session && (await whyNoBallots(at.db, session));
    if (no) throw new Refused(no);
    await at.box.cast({
      ...at.writer,
      fieldId: registration?.fieldId ?? null,
      partyId: registration?.partyId ?? null,
      insightId: ballot.insight as InsightId,
      choice: ballot.choice,
      fit: ballot.fit,
    });
    const words = wordsWith(ballot.fit, at.form);
    if (words) await addContribution(at.db, at.writer, parse(contributionForm, words));
  },

  card: async (at) => {
    requireParticipant(at);
    const { session } = at.place;
    if (session && !maySession(session.state, "editCard")) throw new Refused("ended");
    await saveCard(at.db, at.writer, parse(cardForm, at.form));
  },
  agree: async (at) => {
    requireParticipant(at);
    await keepConsent(at.db, at.writer, "session-notice", roomNoticeVersion);
  },

  help: async (at) => {
    requireParticipant(at);
    const { personId } = at.writer;
    if (at.form.has("done")) return withdrawHelp(at.db, at.writer, personId);
    if (at.place.session && !maySession(at.place.session.state, "enterLobby")) throw new Refused("not-live");
    const reason = cleanText(String(at.form.get("text") ?? ""));
    if (textLength(reason) > helpLimit) throw new Refused("too-long", 422);
    await askHelp(at.db, at.writer, personId, (await seatHere(at.db, at.writer))?.id ?? null, reason);
  },
  "take-notes": async (at) => {
    requireParticipant(at);
    requireLive(at);
    await takeNotes(at.db, at.writer, at.writer.personId, readId<GroupId>(at.form.get("group")));
  },
  speak: async (at) => becomeSpeaker(at.db, sitting(at)),
  turn: async (at) => passTurn(at.db, sitting(at), idOrNull(at.form.get("seen")), idOrNull(at.form.get("to"))),
  "confirm-notes": async (at) => confirmNotes(at.db, sitting(at)),
  "seat-seen": async (at) => {
    const version = z.coerce.number().int().min(1).max(100_000).safeParse(at.form.get("version"));
    if (!version.success) throw new Refused("unknown", 422);
    await seatSeen(at.db, sitting(at), version.data);
  },
  "choose-topic": async (at) => {
    requireParticipant(at);
    requireLive(at);
    const step = await stepNow(at.db, at.writer.sessionId);
    if (!step) throw new Refused("not-live");
    await chooseTopic(at.db, { ...at.writer, step }, String(at.form.get("topic") ?? ""));
  },
};

const contributionOf = (at: At) => readId<ContributionId>(at.contribution);

function chosenNeeds({ form }: At, kind: GatherKind) {
  const needs = form.getAll("need").slice(0, mostGathered);
  return { kind, needs: needs.map((need) => readId<ContributionId>(need)) };
}

/** For deeds that do not ask the database again how somebody stands. */
function requireParticipant({ place }: At): void {
  if (!place.roles.has("participant")) throw new Refused("removed", 403);
}

function requireLive({ place }: At): void {
  const state = place.session?.state;
  if (state !== "live") throw new Refused(state === "ended" ? "ended" : "not-live");
}

/** A deed at one's own table. */
function sitting(at: At) {
  requireParticipant(at);
  requireLive(at);
  return { ...at.writer, groupId: readId<GroupId>(at.form.get("group")) };
}

const idOrNull = (value: unknown): PersonId | null => (value ? readId<PersonId>(value) : null);

/** The condition or example that was typed with a ballot, as a contribution of its own. */
function wordsWith(fit: string | null, form: Fields): FormData | null {
  if (fit !== "conditions" && fit !== "not") return null;
  const kind = fit === "conditions" ? "condition" : "example";
  const text = String(form.get(kind) ?? "");
  if (text.trim() === "") return null;
  const words = new FormData();
  for (const name of ["id", "step", "insight"]) words.set(name, String(form.get(name) ?? ""));
  words.set("kind", kind);
  words.set("text", text);
  return words;
}
