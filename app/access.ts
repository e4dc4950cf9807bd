import type { Role } from "./people/role.ts";

export interface Access {
  readonly read: readonly Role[];
  readonly write?: readonly Role[];
}

const anyone: readonly Role[] = ["anyone"];
const team: readonly Role[] = ["organiser", "facilitator", "analyst", "note-taker", "observer"];
/** Who leads a session. */
const leads: readonly Role[] = ["organiser", "facilitator"];
/** Who looks into the hall; an observer hears what everybody hears. */
const inHall: readonly Role[] = ["organiser", "facilitator", "analyst", "note-taker"];

const harvesters: readonly Role[] = ["organiser", "facilitator", "analyst"];

/**
 * Who may do what: every route by its pattern, the messages of the socket by their name. The root's middleware asks this table
 * and nothing else; a route that is missing from it answers nobody.
 */
export const access: Readonly<Record<string, Access>> = {
  "/": { read: anyone },
  // the parts of the screen, in development only: elsewhere routes.ts leaves it out
  "/_ui": { read: anyone },
  "/oproep/:dialogue": { read: anyone },
  "/oproep/:dialogue/privacy": { read: anyone },
  "/oproep/:dialogue/beeld.png": { read: anyone },
  "/oproep/:dialogue/aanmelden": { read: anyone, write: anyone },
  "/oproep/:dialogue/link": { read: anyone, write: anyone },
  "/gebieden": { read: anyone },
  // links from a mail: the secret in the address says who it is
  "/bevestig/:token": { read: anyone, write: anyone },
  "/uitnodiging/:token": { read: anyone, write: anyone },
  "/mee/:token": { read: anyone, write: anyone },
  "/apparaat": { read: anyone },
  "/apparaat/:token": { read: anyone, write: anyone },
  "/mijn/:dialogue": { read: ["registrant"] },
  "/mijn/:dialogue/aanmelding/:session": { read: ["registrant"], write: ["registrant"] },
  "/mijn/:dialogue/afmelding/:session": { read: ["registrant"], write: ["registrant"] },
  "/mijn/:dialogue/collega/:session": { read: ["registrant"], write: ["registrant"] },
  "/mijn/:dialogue/agenda/:session": { read: ["registrant"] },
  "/mijn/:dialogue/apparaten": { read: ["registrant"], write: ["registrant"] },
  "/mijn/:dialogue/taal": { read: ["registrant"], write: ["registrant"] },
  "/bijeenkomst/:session": { read: ["registrant", "participant"] },
  "/bijeenkomst/:session/bijdragen": { read: ["participant"], write: ["participant"] },
  "/bijeenkomst/:session/bijdragen/:contribution": { read: ["participant"], write: ["participant"] },
  "/bijeenkomst/:session/bijdragen/:contribution/intrekking": { read: ["participant"], write: ["participant"] },
  "/bijeenkomst/:session/bijdragen/:contribution/deling": { read: ["participant"], write: ["participant"] },
  "/bijeenkomst/:session/bijdragen/:contribution/herkenning": { read: ["participant"], write: ["participant"] },
  "/bijeenkomst/:session/stippen": { read: ["participant"], write: ["participant"] },
  "/bijeenkomst/:session/hulp": { read: ["participant"], write: ["participant"] },
  "/bijeenkomst/:session/notulist": { read: ["participant"], write: ["participant"] },
  "/bijeenkomst/:session/kaart": { read: ["participant"], write: ["participant"] },
  "/bijeenkomst/:session/gelezen": { read: ["participant"], write: ["participant"] },
  "/claim/:token": { read: anyone, write: anyone },
  "/taal": { read: anyone, write: anyone },
  "/toegankelijkheid": { read: anyone },
  "/beheer": { read: ["administrator"] },
  "/beheer/mensen": { read: ["administrator"], write: ["administrator"] },
  "/beheer/mensen/herinneringen": { read: ["administrator"], write: ["administrator"] },
  "/beheer/mensen/beeindigingen": { read: ["administrator"], write: ["administrator"] },
  "/beheer/logboek": { read: ["administrator"] },
  "/beheer/post": { read: ["administrator"] },
  "/beheer/post/herhalingen": { read: ["administrator"], write: ["administrator"] },
  "/beheer/post/:mail": { read: ["administrator"] },
  "/beheer/gebieden": { read: ["administrator"] },
  "/beheer/gebieden/bestand": { read: ["administrator"], write: ["administrator"] },
  "/team": { read: ["signed-in"] },
  "/team/aanmelden": { read: anyone, write: anyone },
  "/team/aanmelden/:token": { read: anyone, write: anyone },
  "/team/afmelden": { read: ["signed-in"], write: ["signed-in"] },
  "/team/nieuw": { read: ["creator"], write: ["creator"] },
  "/team/uitnodiging/:token": { read: anyone, write: anyone },
  "/team/:dialogue": { read: team },
  "/team/:dialogue/team": { read: team, write: ["organiser"] },
  "/team/:dialogue/team/herinneringen": { read: team, write: ["organiser"] },
  "/team/:dialogue/team/rollen": { read: team, write: ["organiser"] },
  "/team/:dialogue/team/beeindigingen": { read: team, write: ["organiser"] },
  "/team/:dialogue/instellingen": { read: ["organiser"], write: ["organiser"] },
  "/team/:dialogue/instellingen/vakgebieden": { read: ["organiser"], write: ["organiser"] },
  "/team/:dialogue/instellingen/partijen": { read: ["organiser"], write: ["organiser"] },
  "/team/:dialogue/post": { read: ["organiser"] },
  "/team/:dialogue/post/herhalingen": { read: ["organiser"], write: ["organiser"] },
  "/team/:dialogue/post/:mail": { read: ["organiser"] },
  "/team/:dialogue/stand": { read: ["organiser"], write: ["organiser"] },
  "/team/:dialogue/bijeenkomsten/nieuw": { read: ["organiser"], write: ["organiser"] },
  "/team/:dialogue/bijeenkomsten/:session": { read: ["organiser"], write: ["organiser"] },
  "/team/:dialogue/bijeenkomsten/:session/stand": { read: ["organiser"], write: ["organiser"] },
  "/team/:dialogue/oproep": { read: team, write: ["organiser"] },
  "/team/:dialogue/inzichten": { read: team, write: ["organiser"] },
  "/team/:dialogue/themas": { read: harvesters, write: ["organiser", "analyst"] },
  "/team/:dialogue/themas/stand": { read: harvesters },
  "/team/:dialogue/draaiboek": { read: team },
  "/team/:dialogue/draaiboek/:session": { read: team, write: ["organiser", "facilitator"] },
  "/team/:dialogue/bijeenkomst": { read: team },
  "/team/:dialogue/bijeenkomst/:session": { read: inHall },
  "/team/:dialogue/bijeenkomst/:session/mensen": { read: leads },
  "/team/:dialogue/bijeenkomst/:session/deelgroepen/:group": { read: leads },
  "/team/:dialogue/bijeenkomst/:session/klok": { read: inHall, write: leads },
  "/team/:dialogue/bijeenkomst/:session/stand": { read: inHall, write: leads },
  "/team/:dialogue/bijeenkomst/:session/bericht": { read: inHall, write: leads },
  "/team/:dialogue/bijeenkomst/:session/scherm": { read: inHall, write: leads },
  "/team/:dialogue/bijeenkomst/:session/uitkomsten": { read: inHall, write: leads },
  "/team/:dialogue/bijeenkomst/:session/voorstellen": { read: inHall, write: leads },
  "/team/:dialogue/bijeenkomst/:session/verborgen": { read: inHall, write: leads },
  "/team/:dialogue/bijeenkomst/:session/verplaatsingen": { read: inHall, write: leads },
  "/team/:dialogue/bijeenkomst/:session/maatregelen": { read: inHall, write: leads },
  "/team/:dialogue/bijeenkomst/:session/maatregelen/einde": { read: inHall, write: leads },
  "/team/:dialogue/bijeenkomst/:session/hulp": { read: inHall, write: leads },
  "/team/:dialogue/bijeenkomst/:session/links": { read: inHall, write: leads },
  "/team/:dialogue/scherm/:session": { read: team },
  "/team/:dialogue/toehoren/:session": { read: team },
  "socket:participant": { read: ["participant"] },
  "socket:team": { read: inHall },
  "socket:projector": { read: team },
  "/bijeenkomst/:session/stand": { read: ["participant", ...team] },
  "/team/:dialogue/aanmeldingen": { read: ["organiser"] },
  "/team/:dialogue/aanmeldingen/lijst": { read: ["organiser"] },
  "/team/:dialogue/aanmeldingen/lijst.csv": { read: ["organiser"] },
  "/team/:dialogue/aanmeldingen/keuze": { read: ["organiser"], write: ["organiser"] },
  "/team/:dialogue/aanmeldingen/genodigden": { read: ["organiser"], write: ["organiser"] },
  "/team/:dialogue/aanmeldingen/bericht": { read: ["organiser"], write: ["organiser"] },
  // may be about health: only who arranges it, and each look is written down
  "/team/:dialogue/aanmeldingen/wensen": { read: ["organiser"] },
  "/team/:dialogue/aanmeldingen/:registration": { read: ["organiser"] },
  "/team/:dialogue/aanmeldingen/:registration/link": { read: ["organiser"], write: ["organiser"] },
  "/team/:dialogue/aanmeldingen/:registration/afmelding": { read: ["organiser"], write: ["organiser"] },
};
