import { z } from "zod";
import { languages } from "../../dialogue/language.ts";
import { eventTypes } from "../../platform/webhooks/event.ts";

/** The things that the API gives, as they look outside. Every name is explained in messages/nl/api.ts. */
const count = z.int().nonnegative();
const known = count.nullable();
const text = z.string();
const maybe = z.string().nullable();
const moment = z.iso.datetime();

const Dialoog = z.object({
  id: text,
  titel: text,
  taal: z.enum(languages),
  versie: count,
  editie: text,
  gepubliceerdOp: moment,
  wijziging: text,
  hash: text,
  adres: z.url(),
});

const Groep = z.object({ naam: text, mensen: known });
const DialoogVolledig = Dialoog.extend({
  inleiding: text,
  conclusies: text,
  deelnemers: known,
  vakgebieden: z.array(Groep),
  soortenPartijen: z.array(Groep),
  provincies: z.array(Groep),
  bron: maybe,
  licentie: text,
});

const Versie = z.object({ versie: count, editie: text, gepubliceerdOp: moment, wijziging: text, hash: text });

const Bijeenkomst = z.object({ nummer: count, titel: text, begint: moment, eindigt: moment });

const Thema = z.object({
  id: z.uuid(),
  titel: text,
  omschrijving: text,
  mensen: count,
  aantalVakgebieden: count,
  stippen: known,
  behoeften: z.array(count),
});

const readable = ["te-lezen", "ingetrokken", "verborgen", "gewist"] as const;
const Behoefte = z.object({
  nummer: count,
  leesbaar: z.enum(readable),
  tekst: maybe,
  situatie: maybe,
  voorWie: maybe,
  geprobeerd: maybe,
  zouHelpen: maybe,
  hoeZwaar: z.enum(["licht", "zwaar", "zeer-zwaar"]).nullable(),
  hoeVaak: z.enum(["jaarlijks", "maandelijks", "wekelijks", "dagelijks"]).nullable(),
  raakt: z.array(text),
  zelfdeAls: known,
  vakgebied: maybe,
  mensen: known,
  thema: z.uuid().nullable(),
});

const Aantal = z.object({ antwoorden: z.array(text), aantal: count });
const Cijfer = z.object({
  stand: z.enum(["geteld", "vrijwel-iedereen", "niet-getoond"]),
  mensen: known,
  antwoorden: z.array(text),
  aantallen: z.array(Aantal),
});
const CijferVanGroep = z.object({ naam: text, cijfer: Cijfer });
const Cijfers = z.object({
  totaal: Cijfer,
  vakgebieden: z.array(CijferVanGroep),
  soortenPartijen: z.array(CijferVanGroep),
});
const Bijdrage = z.object({ nummer: count, leesbaar: z.enum(readable), tekst: maybe });

export const verdicts = {
  "too-few": "te-weinig-antwoorden",
  contested: "verschil",
  "does-not-hold": "past-niet",
  confirmed: "bevestigd",
  "under-conditions": "onder-voorwaarden",
  undecided: "nog-niet-beslist",
} as const;
const Inzicht = z.object({
  nummer: count,
  tekst: maybe,
  formulering: known,
  gewijzigdOmdat: maybe,
  bron: maybe,
  oordeel: z.enum(Object.values(verdicts)),
  stemmen: Cijfers,
  past: Cijfers,
  voorwaarden: z.array(Bijdrage),
  tegenvoorbeelden: z.array(Bijdrage),
});

const share = z.number().min(0).max(1);
const Aandeel = z.object({
  wie: text,
  aandeel: share,
  laag: share,
  hoog: share,
  vrijwel: z.enum(["iedereen", "niemand"]).nullable(),
});
const Uitkomst = z.object({
  soort: z.enum(["gedeelde-basis", "samen-afgewezen", "verschil"]),
  inzicht: count,
  keuze: z.enum(["eens", "oneens"]),
  aandelen: z.array(Aandeel),
});

export const itemKindNames = {
  knowledge: "kennis",
  people: "mensen",
  money: "geld",
  rules: "regels",
  training: "scholing",
  meeting: "ontmoeting",
  tool: "hulpmiddel",
} as const;
export const itemStateNames = {
  idea: "idee",
  asked: "gevraagd",
  decided: "besloten",
  running: "loopt",
  done: "klaar",
  stopped: "gestopt",
} as const;
const state = z.enum(Object.values(itemStateNames));
const Stap = z.object({ tekst: text, datum: z.iso.date().nullable(), gereed: z.boolean() });
const Voortgang = z.object({ gemeldOp: moment, fase: state, tekst: text });
const Programmapunt = z.object({
  nummer: count,
  titel: text,
  soort: z.enum(Object.values(itemKindNames)),
  fase: state,
  tekst: text,
  wieDoetDit: text,
  geld: text,
  merkbaarAan: text,
  voorVakgebieden: z.array(text),
  voorSoortenPartijen: z.array(text),
  themas: z.array(z.uuid()),
  stappen: z.array(Stap),
  voortgang: z.array(Voortgang),
  gewijzigdOp: moment,
});

/** An entry of the library that its writer lets everybody read: without name, place and files. */
const Praktijkvoorbeeld = z.object({
  nummer: count,
  titel: text,
  situatie: text,
  watWijDeden: text,
  watHetKostte: maybe,
  watHetOpleverde: maybe,
  watErNodigIs: maybe,
  links: z.array(z.url()),
  themas: z.array(z.uuid()),
  voorVakgebieden: z.array(text),
  gebruiktDoor: known,
  gepubliceerdOp: moment,
});

/** By the NL GOV profile for CloudEvents. */
const Gebeurtenis = z.object({
  specversion: z.literal("1.0"),
  id: text,
  source: text,
  type: z.enum(Object.values(eventTypes)),
  subject: text,
  time: moment,
  datacontenttype: text,
  dataref: z.url().optional(),
  sequence: text,
  data: z.object({
    dialoog: text.optional(),
    bijeenkomst: z.uuid().optional(),
    versie: count.optional(),
    nummer: count.optional(),
  }),
});

/** RFC 9457: these members and no other. */
const Probleem = z.strictObject({
  type: text,
  status: z.int(),
  title: text,
  detail: text,
  instance: text,
});

export const shapes = {
  ...{ Dialoog, DialoogVolledig, Groep, Versie, Bijeenkomst, Thema, Behoefte, Inzicht, Cijfers, CijferVanGroep, Cijfer, Aantal },
  ...{ Bijdrage, Uitkomst, Aandeel, Programmapunt, Stap, Voortgang, Praktijkvoorbeeld },
  ...{ Gebeurtenis, Probleem },
} as const;
export type ShapeName = keyof typeof shapes;
