import { gzipSync } from "node:zlib";

/** The data of a hydrated page comes as a script, but is no program. */
const isData = (code: string): boolean => code.includes("__reactRouterContext.streamController");

/** The gzip bytes of every script that a page loads, also those that its scripts import, and of those in the page itself. */
export async function scriptBytes(origin: string, html: string): Promise<number> {
  const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, code = ""]) => code)
    .filter((code) => !isData(code));
  const named = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path = ""]) => path);
  const imported = inline.flatMap((code) => [...code.matchAll(/import[^"]*"([^"]+\.js)"/g)].map(([, path = ""]) => path));
  const sizes = new Map<string, number>();
  const line = [...named, ...imported].map((path) => new URL(path, origin).href);
  for (let url = line.pop(); url; url = line.pop()) {
    if (sizes.has(url)) continue;
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    const code = await answer.text();
    sizes.set(url, gzipSync(code, { level: 9 }).length);
    // Static imports only: what is asked for later does not hold up the page.
    for (const [, path = ""] of code.matchAll(/\bimport\s*(?:[\w$*{},\s]+from\s*)?["']([^"']+\.js)["']/g))
      line.push(new URL(path, url).href);
  }
  return [...sizes.values()].reduce((sum, one) => sum + one, 0) + gzipSync(inline.join("\n"), { level: 9 }).length;
}
