import type { z } from "zod";
import { listOpenPractices } from "../../network/library/practices.server.ts";
import { stepOf } from "../../network/people/picture.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { PublishedVersion } from "./published.server.ts";
import type { shapes } from "./shapes.ts";

type Praktijkvoorbeeld = z.infer<typeof shapes.Praktijkvoorbeeld>;

/** Entries of the library that everybody may read, by number: nothing of who wrote or uses them, but how many use it, in steps from five. */
export async function practiceEntries(db: Reader, { of, content }: PublishedVersion): Promise<Praktijkvoorbeeld[]> {
  const inReport = new Set<string>(content.themes.map(({ id }) => id));
  return (await listOpenPractices(db, of.id)).map(({ number, words, fieldIds, themeIds, uses, at }) => ({
    nummer: number,
    titel: words.title,
    situatie: words.situation,
    watWijDeden: words.done,
    watHetKostte: words.took || null,
    watHetOpleverde: words.gave || null,
    watErNodigIs: words.conditions || null,
    links: words.links.split(/\s+/).filter((link) => URL.canParse(link)),
    themas: themeIds.filter((id) => inReport.has(id)),
    voorVakgebieden: content.fields.filter(({ id }) => fieldIds.some((one) => one === id)).map(({ name }) => name),
    gebruiktDoor: stepOf(uses),
    gepubliceerdOp: at.toISOString(),
  }));
}
