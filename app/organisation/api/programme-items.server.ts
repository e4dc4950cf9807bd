import type { z } from "zod";
import type { Reader } from "../../platform/database/change.server.ts";
import { listItems } from "../../programme/items/items.server.ts";
import { listChoices, listNews } from "../../programme/items/programme.server.ts";
import type { PublishedVersion } from "./published.server.ts";
import { itemKindNames, itemStateNames, type shapes } from "./shapes.ts";

type Programmapunt = z.infer<typeof shapes.Programmapunt>;

/** The items of a programme that the organiser opened, as its public page tells them; null while it is closed. */
export async function programmeItems(db: Reader, { of, content }: PublishedVersion): Promise<Programmapunt[] | null> {
  if (!of.programmeShownAt) return null;
  const items = await listItems(db, of.id);
  const [choices, news] = await Promise.all([listChoices(db, of.id), listNews(db, items)]);
  const inReport = new Set<string>(content.themes.map(({ id }) => id));
  const names = (list: readonly { id: string; name: string }[], ids: readonly string[]) =>
    list.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return items.map((item) => ({
    nummer: item.number,
    titel: item.title,
    soort: itemKindNames[item.kind],
    fase: itemStateNames[item.state],
    tekst: item.text,
    wieDoetDit: item.acts,
    geld: item.budget,
    merkbaarAan: item.indicator,
    voorVakgebieden: names(choices.fields, item.fieldIds),
    voorSoortenPartijen: names(choices.parties, item.partyIds),
    themas: item.themeIds.filter((id) => inReport.has(id)),
    stappen: item.steps.map(({ text, due, done }) => ({ tekst: text, datum: due, gereed: done })),
    voortgang: news
      .filter(({ itemId }) => itemId === item.id)
      .map(({ at, state, text }) => ({ gemeldOp: at.toISOString(), fase: itemStateNames[state], tekst: text })),
    gewijzigdOp: item.updatedAt.toISOString(),
  }));
}
