import { setTimeout as sleep } from "node:timers/promises";
import { type Form, type FormButton, fillIn, readForms, type Typed } from "./form.ts";
import { textOf } from "./html.ts";
import type { Limit } from "./limit.ts";

export interface Page {
  /** path and query, after redirects */
  readonly at: string;
  readonly status: number;
  readonly html: string;
  readonly forms: readonly Form[];
}

/** How to recognise a form: by the fields it has, where it goes, one of its buttons. */
export interface FormMark {
  readonly has?: readonly string[];
  readonly action?: RegExp;
  /** what stands in its fields */
  readonly where?: Readonly<Record<string, string>>;
  /** name and value; a bare name takes any value */
  readonly button?: string | { readonly name: string; readonly value: string };
}

export interface Site {
  readonly origin: string;
  readonly limit: Limit;
  /** the demo ends */
  readonly signal: AbortSignal;
}

const patience = 8;

/** A person's browser without script: keeps cookies, follows redirects, fills in the forms that it is shown. */
export class Browser {
  readonly #site: Site;
  readonly #name: string;
  readonly #jar = new Map<string, string>();

  constructor(site: Site, name = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0") {
    this.#site = site;
    this.#name = name;
  }

  /** for a socket */
  get cookies(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async get(path: string): Promise<Page> {
    return this.#ask(path, null);
  }

  /** Fills in and sends one form of a page. @throws when it is not there, or when the answer is a refusal */
  async send(page: Page, mark: FormMark, typed: Typed = {}): Promise<Page> {
    return this.sendForm(page, formOf(page, mark), typed, mark.button);
  }

  async sendForm(page: Page, form: Form, typed: Typed = {}, button?: FormMark["button"]): Promise<Page> {
    const pressed = buttonOf(form, button);
    const body = fillIn(form, typed, pressed);
    const to = form.action || page.at;
    if (form.method === "get") return this.get(`${to.split("?")[0]}?${body}`);
    return this.#ask(to, body);
  }

  /** A form post to an address that is known from a page seen before. */
  async post(path: string, typed: Readonly<Record<string, string>>): Promise<Page> {
    return this.#ask(path, new URLSearchParams(typed));
  }

  async #ask(path: string, body: URLSearchParams | null): Promise<Page> {
    const { origin, limit } = this.#site;
    let url = new URL(path, origin);
    let sent = body;
    for (let hop = 0; hop < 8; hop++) {
      const now = sent;
      const response = await limit(() => this.#fetch(url, now));
      this.#keep(response.headers.getSetCookie());
      const to = response.headers.get("location");
      if (response.status >= 300 && response.status < 400 && to) {
        await response.body?.cancel();
        url = new URL(to, url);
        if (url.origin !== origin) throw new Error(`${url.href} leads away from ${origin}`);
        sent = null;
        continue;
      }
      const page = pageOf(url.pathname + url.search, response.status, await response.text());
      if (response.status >= 400) throw new Problem(body ? "POST" : "GET", path, page);
      return page;
    }
    throw new Error(`${path}: too many redirects`);
  }

  /** A server that asks for patience gets it. */
  async #fetch(url: URL, body: URLSearchParams | null): Promise<Response> {
    const { origin, signal } = this.#site;
    for (let left = patience; ; left--) {
      const response = await fetch(url, {
        method: body ? "POST" : "GET",
        redirect: "manual",
        signal,
        headers: {
          Accept: "text/html",
          "Accept-Language": "nl",
          "User-Agent": this.#name,
          ...(this.#jar.size > 0 ? { Cookie: this.cookies } : {}),
          ...(body ? { Origin: origin } : {}),
        },
        ...(body ? { body } : {}),
      });
      if (left === 0 || (response.status !== 429 && response.status !== 503)) return response;
      const seconds = Number(response.headers.get("retry-after"));
      if (!seconds) return response;
      await response.body?.cancel();
      await sleep(seconds * 1000, undefined, { signal });
    }
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = "", ...rest] = line.split(";");
      const at = pair.indexOf("=");
      const name = pair.slice(0, at).trim();
      const ended = rest.some((word) => /^\s*max-age=0\s*$/i.test(word));
      if (ended) this.#jar.delete(name);
      else this.#jar.set(name, pair.slice(at + 1).trim());
    }
  }
}

/** An answer of 400 or more, with what the page says. */
class Problem extends Error {
  readonly page: Page;
  constructor(method: string, path: string, page: Page) {
    super(`${method} ${path.replace(/[\w-]{30,}/g, "...")}: ${page.status} ${saidIn(page).slice(0, 400)}`);
    this.name = "Problem";
    this.page = page;
  }
}

function saidIn(page: Page): string {
  const inside = /<main[\s\S]*<\/main>/.exec(page.html)?.[0] ?? page.html;
  const errors = [...page.html.matchAll(/class="[^"]*\berror\b[^"]*"[^>]*>([\s\S]*?)<\/(?:p|span|div|li)>/g)].map(([, text]) =>
    textOf(text ?? ""),
  );
  return errors.length > 0 ? errors.join(" ") : textOf(inside);
}

function pageOf(at: string, status: number, html: string): Page {
  let forms: readonly Form[] | null = null;
  return {
    at,
    status,
    html,
    get forms() {
      forms ??= readForms(html);
      return forms;
    },
  };
}

export function formsOf(page: Page, mark: FormMark): readonly Form[] {
  return page.forms.filter(
    (form) =>
      (mark.has ?? []).every((name) => form.fields.some((field) => field.name === name)) &&
      Object.entries(mark.where ?? {}).every(([name, value]) =>
        form.fields.some((field) => field.name === name && field.value === value),
      ) &&
      (!mark.action || mark.action.test(form.action || page.at)) &&
      (!mark.button || buttonOf(form, mark.button)),
  );
}

export function formOf(page: Page, mark: FormMark): Form {
  const [form] = formsOf(page, mark);
  if (form) return form;
  const there = page.forms.map(
    ({ action, fields, buttons }) =>
      `${action || page.at} [${[...new Set(fields.map(({ name }) => name))]}] (${buttons.map(({ name, value, label }) => (name ? `${name}=${value}` : label))})`,
  );
  const { has, action, where, button } = mark;
  throw new Error(
    `${page.at}: no form ${JSON.stringify({ has, action: action?.source, where, button })} among:\n  ${there.join("\n  ")}\n${saidIn(page).slice(0, 300)}`,
  );
}

function buttonOf(form: Form, wanted: FormMark["button"]): FormButton | undefined {
  if (wanted === undefined) return form.buttons[0];
  const { name, value } = typeof wanted === "string" ? { name: wanted, value: undefined } : wanted;
  return form.buttons.find((button) => button.name === name && (value === undefined || button.value === value));
}
