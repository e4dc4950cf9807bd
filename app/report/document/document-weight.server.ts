import type { Coverage, ShortLists } from "../../session/weigh/short-lists.ts";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import { type DocumentPart, heading, paragraph, said } from "./document.ts";
import type { Words } from "./document-words.server.ts";

/** The three lists of marks, each place with its reason, and who finds nothing back. */
export function lists(page: ReportPage, { p }: Words, of: ShortLists): DocumentPart[] {
  if (of.people === null) return [paragraph(p.lists.tooFew)];
  const option = (id: string) => of.options.find((one) => one.id === id);
  const nameOf = (id: string) => {
    const quote = quoteOf(page, id as never);
    return option(id)?.name ?? (quote.status === "there" ? quote.text : p.lists.gone);
  };
  const people = (id: string) => option(id)?.people ?? 0;
  const mostly = (ids: readonly string[]) => ids.flatMap((id) => page.content.fields.find((one) => one.id === id)?.name ?? []);
  const nothing = (one: Coverage) =>
    one.status === "some" ? p.nothing.some({ people: one.people, mostly: mostly(one.mostly) }) : p.nothing[one.status];
  const counted = (id: string) => `${nameOf(id)}: ${p.why.count({ people: people(id) })}`;
  const shares = of.shares.map((one) => {
    const behind = people(one.id);
    const why =
      one.why === "paid"
        ? p.why.paid({ people: behind, share: one.share })
        : one.why === "uncovered"
          ? p.why.uncovered({ people: behind, covers: one.covers })
          : p.why.rest({ people: behind });
    return `${nameOf(one.id)}: ${why}`;
  });
  const list = (title: string, text: string, places: readonly string[], found: Coverage): DocumentPart[] => [
    heading(3, title),
    paragraph(text, true),
    { kind: "list", ordered: true, items: places.map(said) },
    paragraph(nothing(found)),
  ];
  const everybody = [p.lists.everybody({ n: of.people }), of.withheld > 0 ? p.lists.withheld({ n: of.withheld }) : ""];
  return [
    paragraph(everybody.filter(Boolean).join(" ")),
    ...list(p.lists.count, p.lists.countText, of.count.map(counted), of.nothing.count),
    ...list(p.lists.shares, p.lists.sharesText({ length: of.length }), shares, of.nothing.shares),
    ...list(p.lists.pav, p.lists.pavText, of.pav.list.map(counted), of.nothing.pav),
    paragraph(p.method, true),
  ];
}
