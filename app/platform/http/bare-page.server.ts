import { randomBytes } from "node:crypto";
import { localeOf } from "../../language/locale.ts";
import { pageWords } from "../../language/page.ts";
import { readCookie } from "./cookie.server.ts";

type Problem = "wait" | "busy" | "refused" | "foreign" | "unreadable" | "tooLarge" | "missing" | "fault";
/** What somebody typed in a form that could not be handled: given back to them, to be sent again. */
export interface Typed {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string | { readonly file: string }])[];
}

const look = `body{margin:0;background:#fbfaf6;color:#1b2a34;font:1.125rem/1.55 "Atkinson Hyperlegible Next",Verdana,sans-serif}
main{max-width:36rem;margin:0 auto;padding:2.5rem 1rem}h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}
button{font:inherit;font-weight:700;color:#fff;background:#0b5d66;border:2px solid #0b5d66;border-radius:6px;padding:.6rem 1.4rem}
button:focus-visible,a:focus-visible,input:focus-visible,pre:focus-visible{outline:3px solid #1b2a34;outline-offset:3px}
pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;border-left:4px solid #0b5d66;margin:0 0 1rem;padding:.25rem 0 .25rem 1rem}a{color:#0b5d66}`;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A short page without React, for when pages themselves cannot be made. */
export function barePage(status: number, what: Problem, request: Request, typed?: Typed | null): Response {
  const locale = localeOf(readCookie(request.headers.get("cookie"), "taal"), request.headers.get("accept-language"));
  const { problem: m, again: words } = pageWords[locale];
  const reads = request.method === "GET" || request.method === "HEAD";
  const refresh = what === "wait" && reads ? '<meta http-equiv="refresh" content="3">' : "";
  const text = !typed ? m[what].text : what === "fault" ? words.fault : words.typed;
  const nonce = randomBytes(16).toString("base64");
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}<title>${m[what].title}</title><style nonce="${nonce}">${look}</style></head><body><main><h1>${m[what].title}</h1><p>${text}</p>${typed ? formOf(typed, words) : ""}</main></body></html>`;
  const headers: Record<string, string> = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  };
  // The rest of what they send is not read.
  if (status === 413) headers.Connection = "close";
  if (status === 503 || status === 429) headers["Retry-After"] = "3";
  return new Response(reads && request.method === "HEAD" ? null : html, { status, headers });
}

function formOf({ action, fields }: Typed, m: (typeof pageWords)["nl"]["again"]): string {
  const files = fields.some(([, value]) => typeof value !== "string");
  const boxes = fields.map(([name, value]) =>
    typeof value === "string"
      ? `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`
      : `<p><label>${m.file({ name: escaped(value.file) })} <input type="file" name="${escaped(name)}"></label></p>`,
  );
  // What reads as somebody's words is shown, so that they see it is still there and can copy it.
  const words = fields.flatMap(([, value]) => (typeof value === "string" && /\s/.test(value.trim()) ? [value] : []));
  const shown = words.map((value) => `<pre>${escaped(value)}</pre>`).join("");
  const kind = files ? ' enctype="multipart/form-data"' : "";
  return `<form method="post" action="${escaped(action)}"${kind}>${boxes.join("")}<p><button>${m.send}</button></p></form>${shown ? `<h2>${m.youTyped}</h2>${shown}` : ""}`;
}

/** @returns null where the request is no form that a person sends from a page */
export async function readTyped(request: Request): Promise<Typed | null> {
  const { pathname, search } = new URL(request.url);
  if (pathname.endsWith(".data")) return null;
  const form = await request.formData();
  const fields = [...form].map(
    ([name, value]) => [name, typeof value === "string" ? value : { file: value.name.slice(0, 200) }] as const,
  );
  return { action: pathname + search, fields };
}
