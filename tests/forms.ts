import { listAsSeen } from "../app/dialogue/choice-list.ts";
import { asSeen } from "../app/dialogue/settings.ts";
import type { SessionState } from "../app/dialogue/tables.ts";
import { nothingKnown } from "../app/prepare/registration/connection/checked.ts";
import type { World } from "./world.ts";

/** A field that a page sends more than once has a number behind its name. */
export type Form = Readonly<Record<string, string>>;
export const sent = (form: Form) =>
  new URLSearchParams(Object.entries(form).map(([name, value]) => [name.replace(/#\d$/, ""), value]));
type Forms = (world: World) => readonly Form[];

/** As if a browser chose them. */
const chosen = (n: number) => `11111111-1111-4111-8111-1111111111${String(n).padStart(2, "0")}`;

const answers = ({ fieldId, partyId }: World): Form => ({
  ...{ name: "Noor", organisation: "De Linde", function: "wijkverpleegkundige", brings: "", area: "", shownAs: "full" },
  ...{ party: partyId, field: fieldId, privacyVersion: "1", licence: "on" },
});
const settings = {
  houseRules: "",
  helpContact: "",
  confirmNewDevice: false,
  linkInCalendar: true,
  silenceNudge: false,
  language: "nl",
  admission: "automatic",
} as const;
const plan = { date: "2031-04-16", from: "09:00", until: "11:00", title: "Bijeenkomst", capacity: "72", closes: "" };
const call = ["title", "lead", "purpose", "background", "forWhom", "whatHappens", "owner", "contact", "privacy"];
const site = {
  ...{ siteName: "Klankbord", mailFrom: "", languages: "nl,en", themeCssUrl: "", themeClass: "", organisation: "Voorbeeld" },
  ...{ address: "", contact: "", privacyContact: "", officer: "", legalBasis: "public-task", legalText: "" },
  ...{ accessState: "unknown", accessReport: "" },
};
const reason = "Om het te proberen.";

/** Removes the first row of a list. */
function listForm(rows: World["fields"]): Form {
  const [first, second] = rows;
  const kept = `name-${second?.id}`;
  return { row: second?.id ?? "", [kept]: second?.name ?? "", seen: listAsSeen(rows), deed: `remove:${first?.id}` };
}
const stepOf = ({ steps }: World, kind: string) => steps.find((one) => one.kind === kind)?.id ?? "";

/**
 * For each address that changes something, forms as its page sends them. What names a thing of a dialogue comes from the world at
 * hand: with another world's it is somebody else's.
 */
export const forms: Readonly<Record<string, Forms>> = {
  "/mijn/:dialogue/aanmelding/:session": (world) => [answers(world)],
  "/mijn/:dialogue/collega/:session": () => [{ name: "Henk", mail: "henk@voorbeeld.example" }],
  "/mijn/:dialogue/verslag/:part": ({ remarkId, dissentId }) => [
    { doen: "eens" },
    { doen: "oneens" },
    { doen: "opmerking", id: chosen(12), kind: "remark", text: "Dit klopt." },
    { doen: "steun", wat: remarkId },
    { doen: "steun-niet", wat: remarkId },
    { doen: "standpunt", id: chosen(13), text: "Ik zie dit anders." },
    { doen: "unnamed", wat: dissentId, versie: "1" },
    { doen: "leave", wat: dissentId, versie: "1" },
  ],
  "/mijn/:dialogue/programma": ({ itemId }) => [
    { item: itemId, fit: "conditions", text: "Mits er tijd voor is." },
    { post: "each" },
  ],
  "/mijn/:dialogue/woorden/:number": () => [{ doen: "anoniem" }],
  "/mijn/:dialogue/taal": () => [{ taal: "en" }],
  "/bijeenkomst/:session/bijdragen": (world) => [
    { kind: "need", text: "Een vast aanspreekpunt.", id: chosen(1), step: stepOf(world, "group") },
    { kind: "condition", text: "Mits op tijd.", id: chosen(7), step: stepOf(world, "practice-check"), insight: world.insightId },
  ],
  "/bijeenkomst/:session/bijdragen/:contribution": () => [{ text: "Anders gezegd." }],
  "/bijeenkomst/:session/bijdragen/:contribution/deling": () => [{ with: "all" }],
  "/bijeenkomst/:session/bijdragen/:contribution/herkenning": () => [{ stands: "1" }],
  "/bijeenkomst/:session/bijdragen/:contribution/gelijke": ({ others }) => [{ same: others }],
  "/bijeenkomst/:session/bijdragen/:contribution/melding": () => [{ why: "other", text: "Dit lijkt mij onhandig." }],
  "/bijeenkomst/:session/samen": ({ own, others }) => [{ need: own, "need#2": others }],
  "/bijeenkomst/:session/los": ({ own }) => [{ need: own }],
  "/bijeenkomst/:session/meenemen": ({ own }) => [{ need: own, on: "1" }],
  "/bijeenkomst/:session/bijdragen/:contribution/intrekking": () => [{}],
  "/bijeenkomst/:session/namen": ({ namingId }) => [{ id: chosen(10), naming: namingId, text: "Dichtbij" }],
  "/team/:dialogue/bijeenkomst/:session/namen": ({ namingId }) => [{ doen: "let-choose", naam: namingId }],
  "/bijeenkomst/:session/naamkeuze": ({ namingId }) => [{ naming: namingId, option: "present" }],
  "/bijeenkomst/:session/stemmen": ({ insightId }) => [{ insight: insightId, choice: "agree", fit: "fits" }],
  "/bijeenkomst/:session/inzichten": () => [{ id: chosen(8), text: "Wie belt, komt verder." }],
  "/bijeenkomst/:session/stippen": ({ others }) => [{ need: others, on: "1" }],
  "/bijeenkomst/:session/hulp": () => [{ text: "Wij horen niets." }],
  "/bijeenkomst/:session/notulist": ({ groups }) => [{ group: groups[0] ?? "" }],
  "/bijeenkomst/:session/spreker": ({ groups }) => [{ group: groups[0] ?? "" }],
  "/bijeenkomst/:session/beurt": ({ groups, people }) => [
    { group: groups[0] ?? "", seen: "", to: people[2] ?? "" },
    { group: groups[0] ?? "", seen: people[2] ?? "", to: "" },
  ],
  "/bijeenkomst/:session/gesprek": (world) => [
    { kind: "talk", text: "Ik denk mee.", id: chosen(11), step: stepOf(world, "group") },
  ],
  "/bijeenkomst/:session/woord": () => [{ doen: "ask", how: "text" }, { doen: "leave" }],
  "/team/:dialogue/bijeenkomst/:session/woord": ({ askId }) => [
    { doen: "give", vraag: askId, gezien: "", seconden: "120" },
    { doen: "end", gezien: askId },
  ],
  "/team/:dialogue/bijeenkomst/:session/ondertitelaar": ({ captionerId }) => [{ mens: captionerId }, { mens: "" }],
  "/bijeenkomst/:session/onderwerp": () => [{ topic: "Schulden" }],
  "/bijeenkomst/:session/nagelezen": ({ groups }) => [{ group: groups[0] ?? "" }],
  "/bijeenkomst/:session/kaart": () => [{ does: "Wijkwerk", place: "", offers: "", looksFor: "" }],
  "/bijeenkomst/:session/gelezen": () => [{}],
  "/bijeenkomst/:session/verbinding": () => [{ ...nothingKnown, camera: "works" }],
  "/beheer/koppelingen": () => [
    { doen: "application", id: chosen(30), name: "Dashboard", scopes: "gebeurtenissen" },
    { doen: "hook", id: chosen(31), name: "CRM", url: "https://ontvanger.example/in", kinds: "session.ended" },
  ],
  "/beheer/koppelingen/:hook": () => [{ doen: "pause" }],
  "/beheer/mensen": () => [{ name: "Henk", mail: "henk@team.example", role: "organiser" }],
  "/beheer/instellingen": () => [site],
  "/beheer/instellingen/logo": () => [{ doen: "remove" }],
  "/beheer/instellingen/proefmail": () => [{}],
  "/beheer/verklaringen/:statement": () => [{ doen: "keep", version: "0", text: "Wat we bewaren." }],
  "/beheer/mensen/herinneringen": ({ memberId }) => [{ member: memberId }],
  "/beheer/mensen/beeindigingen": ({ memberId }) => [{ member: memberId }],
  "/beheer/post/herhalingen": ({ mailId }) => [{ mail: mailId }],
  "/beheer/bewaren": ({ dialogueId }) => [
    { doen: "terms", links: "30", devices: "90", mail: "90", words: "365", people: "365" },
    { doen: "hold", dialogue: dialogueId, reason },
    { doen: "release", dialogue: dialogueId },
  ],
  "/beheer/gebieden/bestand": () => [{ source: "CBS", text: "geen gebieden" }],
  "/team/sleutel": () => [{ name: "Laptop", answer: "{}" }],
  "/beheer/mensen/wissen": () => [
    { doen: "find", mail: "organiser@team.example" },
    { doen: "erase", mail: "note-taker@team.example", because: "left", sure: "ja" },
  ],
  "/beheer/mensen/sleutels": () => [{ mail: "henk@team.example" }],
  "/team/account/sleutels": ({ memberId }) => [{ doen: "remove", key: memberId }],
  "/team/account/sleutels/vraag": () => [{}],
  "/team/account/apparaten": ({ memberId }) => [{ one: memberId }],
  "/team/afmelden": () => [{}],
  "/team/nieuw": ({ dialogueId }) => [{ ...plan, id: chosen(2), language: "nl", basis: dialogueId }],
  "/team/:dialogue/team": () => [{ name: "Henk", mail: "henk@team.example", role: "analyst" }],
  "/team/:dialogue/team/herinneringen": ({ memberId }) => [{ member: memberId }],
  "/team/:dialogue/team/rollen": ({ otherMemberId }) => [{ member: otherMemberId, role: "analyst" }],
  "/team/:dialogue/team/beeindigingen": ({ memberId }) => [{ member: memberId }],
  "/team/:dialogue/instellingen": () => [
    {
      seen: asSeen(settings),
      houseRules: "Laat elkaar uitspreken.",
      linkInCalendar: "on",
      language: "nl",
      admission: "automatic",
    },
  ],
  "/team/:dialogue/instellingen/vakgebieden": ({ fields }) => [listForm(fields)],
  "/team/:dialogue/instellingen/partijen": ({ parties }) => [listForm(parties)],
  "/team/:dialogue/post/herhalingen": ({ mailId }) => [{ mail: mailId }],
  "/team/:dialogue/bijeenkomsten/nieuw": ({ sessionId }) => [{ ...plan, id: chosen(3), basis: sessionId }],
  "/team/:dialogue/bijeenkomsten/:session": () => [{ ...plan, version: "1" }],
  "/team/:dialogue/bijeenkomsten/:session/schrijven": () => [{ doen: "days", days: "3" }],
  "/team/:dialogue/bijeenkomsten/:session/stand": () => [{ stap: "close-registration" }],
  "/team/:dialogue/oproep": () => [{ ...Object.fromEntries(call.map((name) => [name, "Tekst"])), version: "1" }],
  "/team/:dialogue/inzichten": ({ insightId }) => [{ deed: "down", insight: insightId }],
  "/team/:dialogue/inzichten/periode": ({ sessionId }) => [
    { session: sessionId, "tot-datum": "2020-01-31", "tot-tijd": "17:00" },
  ],
  "/team/:dialogue/programma": () => [{ open: "ja" }, { vraag: "nee" }],
  "/team/:dialogue/programma/antwoorden": ({ themeId, others, itemId }) => [
    { about: `thema:${themeId}`, verdict: "later", reason, item: itemId },
    { about: `behoefte:${others}`, verdict: "taken-up", reason, item: itemId },
  ],
  "/team/:dialogue/programma/:number": ({ itemId, otherItemId, themeId, fieldId, partyId, insightId }) => [
    {
      doen: "bewaar",
      id: itemId,
      version: "1",
      title: "Anders",
      kind: "tool",
      fields: fieldId,
      parties: partyId,
      themes: themeId,
      claims: `inzicht:${insightId}`,
    },
    { doen: "vertel", id: itemId, event: "ask", news: "Voorgelegd aan de wijkteams." },
    { doen: "weg", id: otherItemId },
  ],
  "/team/:dialogue/programma/:number/mensen": () => [
    { doen: "erbij", role: "Gemeente Voorbeeldstad", name: "Henk", mail: "henk@trekt.example", lead: "ja" },
  ],
  "/team/:dialogue/programma/:number/delen": ({ themeId }) => [
    { doen: "splits", id: chosen(14), title: "Apart", themes: themeId },
    { doen: "samen", into: chosen(14) },
  ],
  "/team/:dialogue/themas/inzichten": ({ themeId }) => [{ theme: themeId, insight: "1", was: "" }],
  "/team/:dialogue/themas": ({ themeId, otherThemeId, others }) => [
    { deed: "put", needs: others, from: "", to: themeId },
    { deed: "write", theme: themeId, name: "Dichtbij", seen: "0" },
    { deed: "split", from: themeId, theme: chosen(5), name: "Apart", needs: others },
    { deed: "take-out", needs: others, from: chosen(5) },
    { deed: "put", one: `${others}:${themeId}` },
    { deed: "merge", from: themeId, into: otherThemeId },
    { deed: "take-out", needs: others, from: otherThemeId },
    { deed: "remove", theme: otherThemeId },
    { deed: "add", theme: chosen(4), name: "Rust", needs: others },
  ],
  "/team/:dialogue/verslag": () => [{ introduction: "Wat vooraf ging.", conclusions: "", version: "0" }, { doen: "gezien" }],
  "/team/:dialogue/verslag/meelezen": ({ remarkId, dissentId }) => [
    { doen: "antwoord", wat: remarkId, verdict: "not", answer: "Dat staat er al." },
    { doen: "verberg", wat: remarkId },
    { doen: "weerwoord", wat: dissentId, answer: "Wij laten dit staan." },
    { doen: "bijwerken" },
    { doen: "dagen", untilDate: "2031-05-01", untilTime: "17:00", fromDate: "2026-05-01", fromTime: "09:00" },
  ],
  "/team/:dialogue/verslag/blokken/:block/zinnen/:sentence": () => [{ version: "1", bijdrage: "2" }],
  "/team/:dialogue/verslag/blokken/:block": () => [
    { doen: "bewaar", text: "Mensen missen een vast gezicht.", place: "kort", version: "2" },
    { doen: "herstel", versie: "1" },
    { doen: "weg" },
    { doen: "terug" },
  ],
  "/team/:dialogue/verslag/blokken/:block/voorstel": () => [{ doen: "neem", bijdrage: "2", zin: "Zo zeggen mensen het." }],
  "/team/:dialogue/verslag/notities": ({ note }) => [{ note }, { was: note }],
  "/team/:dialogue/verslag/versies": () => [{ number: "2", change: "Een zin erbij.", sure: "ja" }],
  "/team/:dialogue/prioriteiten": () => [{ doen: "count", lengte: "3", over: "needs" }, { doen: "reveal" }, { doen: "cover" }],
  "/team/:dialogue/terugkoppeling": () => [{ versie: "1" }],
  "/team/:dialogue/draaiboek/:session": (world) => [
    { deed: "minutes", step: stepOf(world, "close"), minutes: "7" },
    { deed: "up", step: stepOf(world, "close") },
    { deed: "remove", step: stepOf(world, "close") },
  ],
  "/team/:dialogue/bijeenkomst/:session/klok": () => [{ doen: "extend", seconden: "60", beurt: "0" }],
  "/team/:dialogue/bijeenkomst/:session/inkorten": (world) => [
    { onderdelen: `${stepOf(world, "prioritise")}:300,${stepOf(world, "plenary")}:300` },
  ],
  "/team/:dialogue/bijeenkomst/:session/notities": () => [
    { doen: "add", id: chosen(11), tekst: "Tafel 3 heeft een tolk." },
    { doen: "remove", id: chosen(11) },
  ],
  "/team/:dialogue/bijeenkomst/:session/muur": ({ others }) => [
    { doen: "check" },
    { doen: "let", bijdragen: others },
    { doen: "hold", bijdragen: others },
  ],
  "/team/:dialogue/bijeenkomst/:session/hulp/oppakken": ({ helpId }) => [
    { hulp: helpId, doen: "claim" },
    { hulp: helpId, doen: "release" },
  ],
  "/team/:dialogue/bijeenkomst/:session/stand": () => [{ doen: "end" }, { doen: "resume" }],
  "/team/:dialogue/bijeenkomst/:session/bericht": () => [{ tekst: "Nog vijf minuten." }],
  // what was said just above
  "/team/:dialogue/bijeenkomst/:session/terugdraaien": () => [{ wat: "announcement" }],
  "/team/:dialogue/bijeenkomst/:session/scherm": ({ insightId }) => [{ toont: "results", inzicht: insightId }],
  "/team/:dialogue/bijeenkomst/:session/uitkomsten": ({ insightId }) => [
    { doen: "reveal", inzicht: insightId },
    { doen: "cover", inzicht: insightId },
  ],
  "/team/:dialogue/bijeenkomst/:session/voorleggen": ({ insightId }) => [
    { doen: "focus", inzicht: insightId },
    { doen: "unfocus", inzicht: insightId },
  ],
  "/team/:dialogue/bijeenkomst/:session/voorstellen": ({ proposedId }) => [{ doen: "accept", inzicht: proposedId }],
  "/team/:dialogue/bijeenkomst/:session/meldingen": ({ others }) => [
    { doen: "dismiss", wat: others, soort: "contribution", antwoord: "Het mag blijven staan." },
    { doen: "redact", wat: others, soort: "contribution", woorden: "na te bellen", reden: reason },
  ],
  "/team/:dialogue/bijeenkomst/:session/verborgen": ({ others }) => [{ doen: "hide", bijdrage: others, reden: reason }],
  "/team/:dialogue/bijeenkomst/:session/verplaatsingen": ({ people, groups }) => [
    { mens: people[6] ?? "", deelgroep: groups[0] ?? "" },
  ],
  "/team/:dialogue/bijeenkomst/:session/indelingen": ({ people, groups, steps }) => {
    const onderdeel = steps.find(({ kind }) => kind === "group")?.id ?? "";
    const [mens, ander] = [people[7] ?? "", people[1] ?? ""];
    return [
      { doen: "lock", onderdeel, mens },
      { doen: "unlock-group", onderdeel, deelgroep: groups[0] ?? "" },
      { doen: "swap", onderdeel, mens, ander },
      { doen: "undo", onderdeel },
      { doen: "together", onderdeel, mens, ander },
      { doen: "no-wish", onderdeel, mens, ander },
    ];
  },
  "/team/:dialogue/bijeenkomst/:session/bezoeken": ({ groups }) => [
    { doen: "enter", deelgroep: groups[0] ?? "" },
    { doen: "leave", deelgroep: groups[0] ?? "" },
  ],
  "/team/:dialogue/bijeenkomst/:session/tafelberichten": ({ groups }) => [
    { deelgroep: groups[0] ?? "", tekst: "Rond zo af." },
    { deelgroep: groups.join(","), tekst: "Nog vijf minuten." },
    { deelgroep: groups[0] ?? "", tekst: "" },
  ],
  "/team/:dialogue/bijeenkomst/:session/notulisten": ({ groups, people }) => [
    { deelgroep: groups[0] ?? "", mens: people[1] ?? "" },
    { deelgroep: groups[0] ?? "", mens: "" },
  ],
  "/team/:dialogue/bijeenkomst/:session/samenvoegingen": ({ groups }) => [{ deelgroep: groups[0] ?? "", met: groups[1] ?? "" }],
  "/team/:dialogue/bijeenkomst/:session/maatregelen": ({ people }) => [{ mens: people[6] ?? "", soort: "muted", reden: reason }],
  "/team/:dialogue/bijeenkomst/:session/maatregelen/einde": ({ measureId }) => [{ maatregel: measureId }],
  "/team/:dialogue/bijeenkomst/:session/hulp": ({ helpId }) => [{ hulp: helpId, antwoord: "Wij komen." }],
  "/team/:dialogue/bijeenkomst/:session/links": ({ registrations }) => [{ aanmeldingen: registrations[6] ?? "" }],
  "/team/:dialogue/aanmeldingen/keuze": ({ sessionId, registrations }) => [
    { session: sessionId, decision: "decline", id: registrations[3] ?? "" },
    { session: sessionId, decision: "admit", id: registrations[3] ?? "" },
  ],
  "/team/:dialogue/aanmeldingen/genodigden": ({ sessionId }) => [
    { session: sessionId, pasted: "naam,e-mail\nHenk,henk@voorbeeld.example" },
  ],
  "/team/:dialogue/aanmeldingen/bericht": ({ sessionId }) => [
    { session: sessionId, id: chosen(6), deed: "send", audience: "admitted", subject: "Morgen", text: "Tot morgen." },
  ],
  "/team/:dialogue/aanmeldingen/:registration/link": () => [{}],
  "/team/:dialogue/aanmeldingen/:registration/afmelding": () => [{}],
  "/mijn/:dialogue/afmelding/:session": () => [{}],
  "/mijn/:dialogue/apparaten": () => [{ which: "all" }],
  "/netwerk/:dialogue/mensen/:member": () => [{ id: chosen(12), text: "Mag ik eens komen kijken?" }],
  "/netwerk/:dialogue/praktijk/:number": () => [{ fit: "fits", text: "" }],
  "/netwerk/:dialogue/praktijk/:entry/bestanden": ({ fileId }) => [{ doen: "weg", id: fileId }],
  "/netwerk/:dialogue/praktijk/:number/schrijven": ({ fieldId }) => [
    {
      ...{ doen: "bewaar", id: chosen(16), version: "0", title: "Koffie op de stoep", situation: "Stil.", done: "Gezet." },
      ...{ took: "", gave: "", conditions: "", links: "", area: "", fields: fieldId },
    },
    { doen: "intrekken", id: chosen(16) },
  ],
  "/mijn/:dialogue/toezeggingen": ({ themeId }) => [
    { id: chosen(17), what: "Ik bel terug.", withWhom: "", due: "2031-05-01", theme: themeId },
    { id: chosen(17), stap: "keep" },
  ],
  "/mijn/:dialogue/overdracht": () => [{ antwoord: "ja" }],
  "/team/:dialogue/overdracht": () => [{ doen: "stop" }],
  "/team/:dialogue/peiling": ({ proposedId }) => [
    { doen: "vraag", id: chosen(16), inzicht: proposedId, until: "2031-03-01" },
    { doen: "stop" },
    { doen: "toon" },
  ],
  // for the session that was planned above
  "/team/:dialogue/vervolg": () => [{ doen: "vraag" }],
  "/team/:dialogue/netwerk": ({ practiceId, reportedId }) => [
    { doen: "publiceer", id: practiceId, version: "2" },
    { doen: "gezien", id: reportedId },
  ],
  "/netwerk/:dialogue/groepen/nieuw": () => [{ id: chosen(17), kind: "group", title: "Samen verder", about: "Wij gaan door." }],
  "/netwerk/:dialogue/groepen/:number": () => [{ doen: "notitie", id: chosen(18), text: "Dinsdag bellen we." }],
  "/netwerk/:dialogue/vragen/nieuw": ({ fieldId }) => [
    { id: chosen(14), kind: "offer", title: "Een voorbeeld van een brief", context: "", until: "", area: "", fields: fieldId },
  ],
  "/netwerk/:dialogue/vragen/:number": () => [{ id: chosen(15), text: "Ik ken er een." }],
  "/mijn/:dialogue/berichten": ({ networkMemberId, messageId }) => [
    { doen: "antwoord", lid: networkMemberId, id: chosen(13), text: "Ik bel morgen." },
    { doen: "blokkeer", lid: networkMemberId },
    { doen: "sta-toe", lid: networkMemberId },
    { doen: "meld", lid: networkMemberId, message: messageId, reason: "Te veel." },
  ],
  "/mijn/:dialogue/netwerk": ({ fieldId }) => [
    { doen: "bewaar", name: "Noor", does: "Wijkverpleegkundige", offers: "Tijd", looksFor: "", area: "", fields: fieldId },
    { doen: "stop" },
  ],
  "/mijn/:dialogue/wissen": () => [{ zeker: "ja" }],
  "/team/:dialogue/stand": () => [{ stap: "start-harvest" }],
  "/team/:dialogue/wissen": () => [{ doen: "ask", reason: "De bewaartermijn is voorbij." }],
  "/beheer/wissen": ({ dialogueId }) => [{ doen: "keep", dialogue: dialogueId }],
  "/team/:dialogue/repetitie": ({ sessionId }) => [
    { doen: "start", bijeenkomst: sessionId, tempo: "1", aantal: "6" },
    { doen: "wis" },
  ],
  // the insight has new words from here on
  "/team/:dialogue/inzichten/:insight/versie": () => [{ id: chosen(9), text: "Anders gezegd.", source: "", because: "Te ruim." }],
};

export interface When {
  readonly session?: SessionState;
  readonly dialogue?: "open" | "harvest" | "archived";
  readonly step?: string;
}

/** When that can be done: in the live session of an open dialogue, unless said otherwise. */
export function whenOf(pattern: string): When {
  if (/aanmeldingen|collega|afmelding|bijeenkomsten/.test(pattern)) return { session: "registration-open" };
  if (
    pattern.endsWith("/bijdragen") ||
    pattern.endsWith("/stemmen") ||
    pattern.endsWith("/inzichten") ||
    pattern.endsWith("/voorleggen")
  )
    return { step: "practice-check" };
  if (pattern.endsWith("/onderwerp")) return { step: "introduction" };
  if (pattern.endsWith("/stippen")) return { step: "prioritise" };
  if (pattern.endsWith("/woord")) return { step: "plenary" };
  if (pattern === "/team/:dialogue/wissen") return { dialogue: "archived" };
  if (pattern === "/team/:dialogue/verslag") return { session: "ended" };
  if (pattern.endsWith("/versies")) return { dialogue: "harvest" };
  return {};
}
