import type { Reader } from "../../platform/database/change.server.ts";
import type { ReportContent } from "../../report/gather/content.ts";
import { readWords } from "../../report/gather/words.server.ts";
import type { ReportPage } from "../../report/publish/page.ts";
import { listVersions } from "../../report/publish/reports.server.ts";
import { insightOf, needOf, needsOf, outcomesOf, type Placed, sessionsOf, themesOf, wholeOf } from "./outward.ts";
import { practiceEntries } from "./practice-entries.server.ts";
import { programmeItems } from "./programme-items.server.ts";
import { findPublished, listPublished, type PublishedVersion, versionOf } from "./published.server.ts";
import type { Query, Resource } from "./resources.ts";

type Thing = Readonly<Record<string, unknown>>;
export interface Collected {
  readonly things: readonly Thing[];
  readonly total: number;
}
interface Asked {
  readonly resource: Resource;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly query: Query;
  readonly origin: string;
}

/** What a question comes to: a page of things, one thing, or null when it is not there. */
export async function collect(db: Reader, asked: Asked): Promise<Collected | null> {
  const { resource, parameters, query, origin } = asked;
  if (resource.path === "/dialogen") return pageOf(sift(await listPublished(db, origin), query, filters.dialogen), query);
  const version = await findPublished(db, String(parameters.dialoog), query.versie);
  if (!version) return null;
  const { content } = version;
  const byNumber = (thing: Thing) => thing.nummer === parameters.nummer;
  const answer = (things: readonly Thing[], is = byNumber) =>
    resource.many ? pageOf(sift(things, query, filters[resource.name]), query) : alone(things.find(is));
  switch (resource.name) {
    case "gebeurtenissen":
      return null;
    case "dialogen":
      return alone({ ...headOf(version, origin), ...wholeOf(content) });
    case "versies":
      return pageOf((await listVersions(db, version.of.id)).map(versionOf), query);
    case "bijeenkomsten":
      return answer(sessionsOf(content));
    case "themas":
      return answer(themesOf(content), ({ id }) => id === parameters.id);
    case "behoeften":
      return needs(db, version, asked);
    case "inzichten": {
      const list = content.insights.filter(({ number }) => resource.many || number === parameters.nummer);
      const page = await pageWith(db, version, { insights: list });
      return answer(list.map((insight) => insightOf(page, insight)).sort((a, b) => a.nummer - b.nummer));
    }
    case "uitkomsten":
      return answer(outcomesOf(content));
    case "programmapunten": {
      const items = await programmeItems(db, version);
      return items && answer(items);
    }
    case "praktijkvoorbeelden":
      return answer(await practiceEntries(db, version));
  }
}

/** Words are read of those needs only that the answer tells, unless the question is about words. */
async function needs(db: Reader, version: PublishedVersion, { resource, parameters, query }: Asked): Promise<Collected | null> {
  const read = async (some: readonly Placed[]) => {
    const page = await pageWith(db, version, { unplaced: some });
    return some.map((one) => needOf(page, one));
  };
  const all = needsOf(version.content);
  if (!resource.many) return alone((await read(all.filter(({ number }) => number === parameters.nummer)))[0]);
  const { thema, vakgebied, zoek } = query.filters;
  const list = all.filter(({ theme }) => thema === undefined || (theme ?? "geen") === thema);
  if (vakgebied !== undefined || zoek !== undefined) return pageOf(sift(await read(list), query, filters.behoeften), query);
  return { things: await read(slice(list, query)), total: list.length };
}

type Filter = (thing: Thing, name: string, value: string | number) => boolean;
const has = (text: unknown, words: string | number) =>
  String(text ?? "")
    .toLocaleLowerCase("nl")
    .includes(String(words).toLocaleLowerCase("nl"));
const equals: Filter = (thing, name, value) => thing[name] === value;

const among = (list: unknown, value: unknown) => (list as readonly unknown[]).includes(value);

const filters: Partial<Record<Resource["name"], Filter>> = {
  dialogen: (thing, name, value) =>
    name === "zoek" ? has(thing.titel, value) : String(thing.gepubliceerdOp).slice(0, 10) >= String(value),
  behoeften: (thing, name, value) => (name === "zoek" ? has(thing.tekst, value) : name === "thema" || thing[name] === value),
  programmapunten: (thing, name, value) => (name === "thema" ? among(thing.themas, value) : thing[name] === value),
  praktijkvoorbeelden: (thing, name, value) =>
    name === "zoek"
      ? has([thing.titel, thing.situatie, thing.watWijDeden, thing.watHetOpleverde, thing.watErNodigIs].join("\n"), value)
      : among(name === "thema" ? thing.themas : thing.voorVakgebieden, value),
};

const sift = (things: readonly Thing[], { filters: asked }: Query, passes: Filter = equals) =>
  things.filter((thing) => Object.entries(asked).every(([name, value]) => passes(thing, name, value)));
const slice = <T>(things: readonly T[], { pagina, aantal }: Query) => things.slice((pagina - 1) * aantal, pagina * aantal);
const pageOf = (things: readonly Thing[], query: Query): Collected => ({ things: slice(things, query), total: things.length });
const alone = (thing: Thing | undefined): Collected | null => (thing ? { things: [thing], total: 1 } : null);

function headOf({ of, content, ...version }: PublishedVersion, origin: string) {
  return {
    id: of.slug,
    titel: content.title,
    taal: of.language,
    ...versionOf(version),
    adres: `${origin}/verslag/${of.slug}/${version.number}`,
  };
}

/** The version as a page of the report, with the words of only a part of it. */
async function pageWith(db: Reader, version: PublishedVersion, part: Partial<ReportContent>): Promise<ReportPage> {
  const { content } = version;
  const none = { works: [], chafes: [], suggestions: [], themes: [], unplaced: [], insights: [], notes: [], blocks: [] };
  const words = await readWords(db, { ...content, ...none, review: null, ...part });
  return {
    slug: version.of.slug,
    language: version.of.language,
    number: version.number,
    hash: version.hash,
    publishedAt: version.publishedAt,
    content,
    versions: [],
    ...words,
  };
}
