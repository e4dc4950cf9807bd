import { random } from "../app/method/random.ts";
import type { StepKind } from "../app/prepare/run-sheet/step.ts";
import { onlineDialogue } from "../app/prepare/run-sheet/templates/online-dialogue.ts";
import type { Site } from "./browser.ts";
import { contentsOf } from "./contents.ts";
import type { Facilitator } from "./facilitator.ts";
import type { Stop } from "./options.ts";
import { enterLobby, type Participant } from "./participant.ts";
import type { Person } from "./person.ts";
import type { Voice } from "./say.ts";
import { inTime, lingering, type Tempo } from "./tempo.ts";

const stopOf: Readonly<Partial<Record<StepKind, Stop>>> = {
  introduction: "kennismaking",
  alone: "alleen",
  group: "deelgroepen",
  break: "pauze",
  "practice-check": "praktijktoets",
  prioritise: "zwaarst",
  plenary: "opbrengst",
  close: "afsluiting",
};

export interface Morning {
  readonly site: Site;
  readonly sessionId: string;
  /** in the order of the run sheet */
  readonly stepIds: readonly string[];
  readonly insights: readonly string[];
  readonly people: readonly Person[];
  readonly facilitator: Facilitator;
  readonly speed: number;
  readonly stayAt: Stop;
  readonly voice: Voice;
}

/** Everybody comes into the lobby, sits down and fills in a card. */
export async function gather(morning: Morning): Promise<readonly Participant[]> {
  const { site, sessionId, facilitator, people, voice } = morning;
  await facilitator.openLobby();
  const contents = contentsOf(people, morning.insights);
  let here = 0;
  const participants = await Promise.all(
    people.map(async (person) => {
      const own = contents.get(person);
      if (!own) throw new Error(`nothing to say for ${person.code}`);
      const participant = await enterLobby(site, person, own, sessionId, random(`deeds ${person.code}`));
      voice.count("In de lobby", ++here, people.length);
      return participant;
    }),
  );
  // Groups are dealt over who is here.
  await facilitator.line.until(({ here: present }) => present.length >= people.length);
  return participants;
}

/**
 * The run sheet, step by step: the facilitator goes on when the time is over and everybody is ready.
 * @returns whether it stays in a step, and how many needs were written
 */
export async function live(
  morning: Morning,
  participants: readonly Participant[],
): Promise<{ readonly stays: boolean; readonly needs: number }> {
  const { facilitator, voice, site, stepIds } = morning;
  const chance = random("morning");
  let needs = 0;
  for (const [at, { kind, seconds, title }] of onlineDialogue("nl").entries()) {
    // Whoever looks on may have gone ahead by hand.
    if (placeOf(morning, facilitator.line.view?.stepId) < at) await (at === 0 ? facilitator.start() : facilitator.next());
    voice.line(`Onderdeel ${at + 1} van ${stepIds.length}: ${title}`);
    const stays = stopOf[kind] === morning.stayAt;
    const time = seconds / morning.speed;
    if (kind === "group" || kind === "practice-check") await facilitator.show(kind === "group" ? "wall" : "question");
    if (stays) {
      for (const one of participants) void followOn(morning, one);
      return { stays, needs };
    }
    const asks = kind === "group" || kind === "practice-check";
    const lookAround = asks ? inTime(time / 2, chance, site.signal)(1, 1).then(facilitator.lookAround) : null;
    const work = participants.map((one) => doStep(morning, one, { at, kind, seconds: time }));
    const [written] = await Promise.all([Promise.all(work), lookAround, inTime(time, chance, site.signal)(1, 1)]);
    needs += written.reduce((sum, one) => sum + one, 0);
    if (kind === "group" || kind === "alone") voice.line(`Behoeften: ${needs}`);
    if (kind === "practice-check") await facilitator.reveal();
  }
  await facilitator.end();
  return { stays: false, needs };
}

const placeOf = ({ stepIds }: Morning, stepId: string | null | undefined): number => (stepId ? stepIds.indexOf(stepId) : -1);

/** One step of one person; what no longer fits because the hall went on is left. */
async function doStep(
  morning: Morning,
  one: Participant,
  { at, kind, seconds }: { readonly at: number; readonly kind: StepKind; readonly seconds: number },
): Promise<number> {
  const { signal } = morning.site;
  const over = () => placeOf(morning, one.line.view?.stepId) > at || one.line.view?.state === "ended";
  await one.line.until(({ stepId, state }) => placeOf(morning, stepId) >= at || state === "ended");
  if (over()) return 0;
  try {
    return await one.act(kind, inTime(seconds, random(`${one.person.code} ${at}`), signal));
  } catch (error) {
    if (over() && !signal.aborted) return 0;
    throw error;
  }
}

/**
 * The hall stays, and lives on: everybody does little by little what the step asks, also of the next one when somebody goes on
 * by hand, and after that now and then looks again at what others wrote, or at an own choice.
 */
async function followOn(morning: Morning, one: Participant): Promise<void> {
  const { signal } = morning.site;
  const kinds = onlineDialogue("nl").map(({ kind }) => kind);
  const wait = lingering(random(`stays ${one.person.code}`), signal);
  const done = new Set<StepKind>();
  while (!signal.aborted) {
    try {
      const { stepId } = await one.line.until(({ state }) => state === "live");
      const kind = kinds[placeOf(morning, stepId)];
      const moved = one.line.until((view) => view.stepId !== stepId || view.state !== "live");
      moved.catch(() => {});
      const tempo: Tempo = (nth, of) => Promise.race([wait(nth, of), moved.then(goOn)]);
      if (kind && !done.has(kind)) await one.act(kind, tempo).finally(() => done.add(kind));
      for (;;) {
        await tempo(1, 2);
        await one.stir(kind);
      }
    } catch {
      // The hall went on, or somebody was taken out of it: look again in a moment.
      await wait(0, 8).catch(() => {});
    }
  }
}

function goOn(): never {
  throw new Error("the hall went on");
}
