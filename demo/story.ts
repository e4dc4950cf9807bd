import { fillHall, waitingAtFirst } from "./arrivals.ts";
import { Browser, type Site } from "./browser.ts";
import { takeCockpit } from "./facilitator.ts";
import { harvest, publish } from "./harvest.ts";
import { openDoors } from "./links.ts";
import { openMailbox } from "./mailbox.ts";
import { botsOf, showFaces } from "./media-bots.ts";
import { gather, live } from "./morning.ts";
import { meetAgain } from "./network.ts";
import { type Options, type Stop, stops } from "./options.ts";
import { inviteTeam, openDialogue, prepareDialogue, settle } from "./prepare.ts";
import { planProgramme } from "./programme.ts";
import type { Voice } from "./say.ts";
import * as words from "./words.ts";

/** At this pace somebody may want to see and hear a group. */
const slowEnough = 60;

/** From an empty installation to the published report, or as far as asked. Returns where it stays; bots may live on. */
export async function tell(site: Site, claim: string, options: Options, voice: Voice): Promise<void> {
  const { origin, signal } = site;
  const reached = (stop: Stop) => stops.indexOf(options.stayAt) <= stops.indexOf(stop);

  const organiser = new Browser(site);
  const prepared = await prepareDialogue(organiser, claim, options.people + 1 - waitingAtFirst);
  const { slug, sessionId } = prepared;
  const home = `/team/${slug}`;
  const mailbox = openMailbox(organiser, signal);
  await settle(organiser, home);
  const team = await inviteTeam(organiser, home, mailbox, site);
  await openDialogue(organiser, home);
  voice.line(`Oproep, team, draaiboek en ${prepared.insights.length} inzichten staan klaar`);
  voice.link("Oproep", `${origin}/oproep/${slug}`);
  const cockpit = `${home}/bijeenkomst/${sessionId}`;
  await openDoors(
    [
      { title: "Gespreksleider", mail: words.team[0].mail, to: cockpit },
      { title: "Projector", mail: words.team[1].mail, to: `${home}/scherm/${sessionId}` },
      { title: "Organisator", mail: words.organiser.mail, to: home },
    ],
    { visitor: new Browser(site), mailbox, origin, voice, signal },
  );
  if (reached("oproep")) return;

  const hall = await fillHall(site, { ...prepared, mailbox, count: options.people }, (done) =>
    voice.count("Aangemeld en bevestigd", done, options.people),
  );
  voice.link("Deelnemer", origin + hall.guestLink);
  if (reached("aanmelding")) return;

  const facilitator = takeCockpit(site, team.facilitator, home, sessionId);
  const morning = { ...options, ...prepared, site, facilitator, people: hall.people, voice };
  const participants = await gather(morning);
  if (reached("lobby")) return;
  const meet = () => showFaces({ origin, session: sessionId }, botsOf(hall.people, team.facilitator), signal);
  // In a hurry nobody looks on until it stays somewhere.
  const isWatched = options.speed <= slowEnough;
  if (isWatched) meet();
  const { stays, needs } = await live(morning, participants);
  if (stays && !isWatched) meet();
  if (stays) return;
  for (const { line } of participants) line.hangUp();
  facilitator.line.hangUp();

  await harvest(organiser, team.analyst, home, voice);
  await publish(organiser, team.analyst, home);
  voice.link("Verslag", `${origin}/verslag/${slug}`);
  voice.line(`Het verslag is gepubliceerd, met ${needs} behoeften`);
  if (reached("verslag")) return;

  await planProgramme(organiser, hall.people, { slug, home });
  voice.link("Programma", `${origin}/programma/${slug}`);
  if (reached("programma")) return;
  await meetAgain(organiser, hall, { slug, home }, voice);
  voice.link("Netwerk", `${origin}/netwerk/${slug}`);
}
