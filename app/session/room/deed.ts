/** What a deed of a participant comes to. The browser keeps what was typed until it is `kept`. */
export type Answer =
  | {
      readonly status: "kept";
      readonly number?: number;
      /** Of what was written: which one it is, and the number of the need to which it was found the same. */
      readonly id?: string;
      readonly same?: number | null;
    }
  | {
      readonly status: "refused";
      readonly code: string;
      /** The field it is about, if it is about one. */
      readonly field?: string;
      readonly typed: Readonly<Record<string, string>>;
    }
  | { readonly status: "offline" };

/** The field that names the need of somebody else that is the same. */
export const sameField = "same";

/** A no of the guard: its writer decides, except for a bsn. */
export const isGuarded = (code: string | null): boolean => code === "personal" || code === "bsn";

export const deedNames = [
  "contribute",
  "edit",
  "withdraw",
  "share",
  "same",
  "back",
  "ballot",
  "propose",
  "mark",
  "help",
  "take-notes",
  "speak",
  "turn",
  "confirm-notes",
  "talk",
  "floor",
  "choose-topic",
  "seat-seen",
  "card",
  "agree",
  "flag",
  "together",
  "apart",
  "bring",
  "propose-name",
  "choose-name",
] as const;
export type DeedName = (typeof deedNames)[number];

/** The address of each form of the room. */
export const deedPatterns: Readonly<Record<DeedName, string>> = {
  contribute: "/bijeenkomst/:session/bijdragen",
  edit: "/bijeenkomst/:session/bijdragen/:contribution",
  withdraw: "/bijeenkomst/:session/bijdragen/:contribution/intrekking",
  share: "/bijeenkomst/:session/bijdragen/:contribution/deling",
  same: "/bijeenkomst/:session/bijdragen/:contribution/gelijke",
  back: "/bijeenkomst/:session/bijdragen/:contribution/herkenning",
  ballot: "/bijeenkomst/:session/stemmen",
  propose: "/bijeenkomst/:session/inzichten",
  mark: "/bijeenkomst/:session/stippen",
  help: "/bijeenkomst/:session/hulp",
  "take-notes": "/bijeenkomst/:session/notulist",
  speak: "/bijeenkomst/:session/spreker",
  turn: "/bijeenkomst/:session/beurt",
  "confirm-notes": "/bijeenkomst/:session/nagelezen",
  talk: "/bijeenkomst/:session/gesprek",
  floor: "/bijeenkomst/:session/woord",
  "choose-topic": "/bijeenkomst/:session/onderwerp",
  "seat-seen": "/bijeenkomst/:session/plaats",
  card: "/bijeenkomst/:session/kaart",
  agree: "/bijeenkomst/:session/gelezen",
  flag: "/bijeenkomst/:session/bijdragen/:contribution/melding",
  together: "/bijeenkomst/:session/samen",
  apart: "/bijeenkomst/:session/los",
  bring: "/bijeenkomst/:session/meenemen",
  "propose-name": "/bijeenkomst/:session/namen",
  "choose-name": "/bijeenkomst/:session/naamkeuze",
};
