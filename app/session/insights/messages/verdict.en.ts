import type { Same } from "../../../language/locale.ts";
import type { verdict as nl } from "./verdict.nl.ts";

interface Amount {
  readonly least: number;
  readonly most: number;
  readonly of: number;
}

interface Share {
  readonly share: number;
  readonly nearly?: "all" | "none";
}

const amount = ({ least, most, of }: Amount) =>
  least === most
    ? least === of
      ? `all ${of} people`
      : `${least} of ${of} people`
    : most === of
      ? `nearly all ${of} people`
      : `almost none of ${of} people`;

const said = (p: Amount | Share) =>
  "of" in p
    ? amount(p)
    : p.nearly
      ? p.nearly === "all"
        ? "nearly everybody"
        : "almost nobody"
      : `${Math.round(p.share * 100)}%`;

export const verdict: Same<typeof nl> = {
  status: {
    "too-few": "Too few answers so far",
    contested: "People differ about this",
    "does-not-hold": "Does not fit practice",
    confirmed: "Confirmed by practice",
    "under-conditions": "Fits under conditions",
    undecided: "Not decided yet",
  },
  holdsMostly: "Fits for most",
  sentence: {
    veryFew: (p) => `Fewer than five people said whether this fits their practice; a verdict needs at least ${p.needed}.`,
    tooFew: (p) => `${p.people} people said whether this fits their practice; a verdict needs at least ${p.more} more.`,
    noField: (p) => `${p.people} people said whether this fits their practice, but in no single field were there five or more.`,
    contested: (p) => `In ${p.more} this fits much more often (for ${said(p.ofMore)}) than in ${p.less} (for ${said(p.ofLess)}).`,
    "does-not-hold": (p) => `For ${amount(p.not)} this does not fit their practice.`,
    confirmed: (p) => `For ${amount(p.fits)} this fits their practice without conditions.`,
    "under-conditions": (p) =>
      p.conditions.least === p.conditions.most
        ? `For ${amount(p.holds)} this fits their practice, for ${p.conditions.least} of them only under conditions.`
        : `For ${amount(p.holds)} this fits their practice, with or without conditions.`,
    holdsMostly: (p) => `For ${amount(p.holds)} this fits their practice, but that is not certain enough to call it confirmed.`,
    undecided: (p) =>
      `For ${amount(p.fits)} this fits, for ${p.conditions.most} under conditions and for ${p.not.most} it does not: that points no clear way.`,
  },
  named: "Named most as a condition:",
  missing: (p) => `Not heard yet (fewer than five people): ${p.fields}.`,
  forSome: "Many people leave this to another field: it is mostly about the work of some.",
  group: (p) => `opinion group ${p.letter}`,
  thresholds: {
    title: "How we arrive at this verdict",
    text: (p) =>
      `We judge from ${p.fits} answers on, with five or more from at least one field. First we look whether two fields, kinds of party or opinion groups differ by at least ${p.difference} percentage points. Then: does not fit from ${p.not}%, confirmed from ${p.confirmed}% without conditions, fits under conditions from ${p.holds}% with those conditions counted. The margin (95%) counts too.`,
  },
};
