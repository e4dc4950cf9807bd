import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "./browser.ts";
import { textOf } from "./html.ts";

export interface Mailbox {
  /**
   * The path of a link of a kind that was mailed to an address, the newest; waits for it.
   * @param options.fresh one that was not given before
   */
  link(mail: string, kind: string, options?: { readonly fresh: boolean }): Promise<string>;
}

const home = "/beheer/post";
const patienceMs = 30_000;

/** Reads what would have been mailed, as the administrator sees it where no mail goes out. */
export function openMailbox(administrator: Browser, signal: AbortSignal): Mailbox {
  /** letters by address, the oldest first */
  const known = new Map<string, { readonly id: string; links: readonly string[] | null }[]>();
  const seen = new Set<string>();
  const given = new Set<string>();
  let looking: Promise<void> | null = null;

  /** Reads the list, also further back, until it finds what it knows. */
  async function look(): Promise<void> {
    const fresh: { id: string; mail: string }[] = [];
    for (let number = 1; ; number++) {
      const page = await administrator.get(`${home}?stand=sent&pagina=${number}`);
      const rows = rowsOf(page);
      const unseen = rows.filter(({ id }) => !seen.has(id));
      fresh.push(...unseen);
      for (const { id } of unseen) seen.add(id);
      if (unseen.length < rows.length || !page.html.includes('rel="next"')) break;
    }
    for (const { id, mail } of fresh.reverse()) known.set(mail, [...(known.get(mail) ?? []), { id, links: null }]);
  }

  async function find(mail: string, kind: string, fresh: boolean): Promise<string | undefined> {
    for (const letter of known.get(mail)?.toReversed() ?? []) {
      letter.links ??= pathsIn(await administrator.get(`${home}/${letter.id}`));
      const link = letter.links.find((path) => path.startsWith(kind) && !(fresh && given.has(path)));
      if (!link) continue;
      given.add(link);
      return link;
    }
    return undefined;
  }

  return {
    async link(mail, kind, { fresh = false } = { fresh: false }) {
      const until = performance.now() + patienceMs;
      for (;;) {
        const found = await find(mail, kind, fresh);
        if (found) return found;
        if (performance.now() > until) throw new Error(`no mail with ${kind} for ${mail}`);
        looking ??= sleep(100, undefined, { signal })
          .then(look)
          .finally(() => {
            looking = null;
          });
        await looking;
      }
    },
  };
}

function rowsOf(page: Page): readonly { id: string; mail: string }[] {
  return page.html.split("<tr").flatMap((row) => {
    const id = new RegExp(`href="${home}/([0-9a-f-]{36})"`).exec(row)?.[1];
    const mail = /[^\s@]+@[^\s@]+\.example/.exec(textOf(row))?.[0];
    return id && mail ? [{ id, mail }] : [];
  });
}

/** Paths of the addresses in a letter. */
function pathsIn(page: Page): readonly string[] {
  const found = [...page.html.matchAll(/href="(https?:\/\/[^"]+)"/g)].map(
    ([, url = ""]) => new URL(url.replaceAll("&amp;", "&")),
  );
  return found.map((url) => url.pathname + url.search);
}
