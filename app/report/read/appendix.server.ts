import type { Reader } from "../../platform/database/change.server.ts";
import { citedIn, referencesOf } from "../gather/content.ts";
import { allOf, claimedIn, isLong, listsOf, perPage } from "../gather/lists.ts";
import { readWords } from "../gather/words.server.ts";
import { type Dialogue, findKept, findReadable } from "../publish/page.server.ts";
import type { ReportPage } from "../publish/page.ts";

export interface AppendixPage {
  readonly page: Pick<ReportPage, "slug" | "content" | "quotes"> & { readonly number: number };
  /** Which list, in the words of the address; null: all, by number. */
  readonly list: ReturnType<typeof listsOf>[number] | null;
  readonly all: number;
  /** From 1. */
  readonly at: number;
  readonly shown: ReturnType<typeof allOf>;
  readonly more: boolean;
}

interface Asked {
  readonly list: string | null;
  /** From 1. */
  readonly at: number;
}

/** One page of the contributions of a version; null where it has none of that name. */
export async function findAppendix(db: Reader, of: Dialogue, number: number, asked: Asked): Promise<AppendixPage | null> {
  const version = await findKept(db, of, number);
  if (!version) return null;
  const { content } = version;
  const readable = asked.list?.startsWith("stemmen-") ? await findReadable(db, claimedIn(content)) : {};
  const list =
    asked.list === null ? null : listsOf(content, (id) => readable[id] ?? false).find(({ part }) => part === asked.list);
  if (list === undefined) return null;
  const all = list?.of ?? allOf(content);
  const shown = all.slice((asked.at - 1) * perPage, asked.at * perPage);
  if (shown.length === 0 && asked.at > 1) return null;
  const { quotes } = await readWords(db, content, new Set(shown.map(({ id }) => id)));
  return {
    ...{ page: { slug: of.slug, number: version.number, content, quotes }, list, shown },
    ...{ all: all.length, at: asked.at, more: all.length > asked.at * perPage },
  };
}

/** Where a contribution stands in full: in the report, or on a page of its appendix; null where the report does not have it. */
export async function findPlace(db: Reader, of: Dialogue, number: number, wanted: number): Promise<string | null> {
  const version = await findKept(db, of, number);
  if (!version) return null;
  const { content } = version;
  const anchor = `#bijdrage-${wanted}`;
  const report = `/verslag/${of.slug}/${version.number}`;
  if (!isLong(content) && referencesOf(content).some((one) => one.number === wanted)) return report + anchor;
  const at = allOf(content).findIndex((one) => one.number === wanted);
  if (at < 0 && !citedIn(content).some((one) => one.number === wanted)) return null;
  return `${report}/bijdragen?pagina=${Math.floor(at / perPage) + 1}${anchor}`;
}
