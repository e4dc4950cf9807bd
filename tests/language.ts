import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { startingTexts } from "../app/dialogue/starting-texts.ts";
import type { Locale } from "../app/language/locale.ts";
import { stepKinds } from "../app/prepare/run-sheet/step.ts";
import { onlineDialogue } from "../app/prepare/run-sheet/templates/online-dialogue.ts";
import { steeringFor } from "../app/prepare/run-sheet/templates/step-texts.ts";
import { expectAccessible } from "./axe.ts";
import { root } from "./klankbord.ts";

const other = { nl: "en", en: "nl" } as const satisfies Record<Locale, Locale>;
const wordsOf = (text: string): string[] => text.toLowerCase().match(/(?<![\p{L}\d])\p{L}+(?![\p{L}\d])/gu) ?? [];

/** Every word that Klankbord itself says in a language: of the messages, and of the texts that a dialogue begins with. */
function vocabulary(locale: Locale): ReadonlySet<string> {
  const messages = globSync(`app/**/*.${locale}.ts`, { cwd: root }).map((file) => readFileSync(path.join(root, file), "utf8"));
  const steering = stepKinds.map((kind) => steeringFor(kind)[locale]);
  return new Set(wordsOf([...messages, ...steering, JSON.stringify([startingTexts[locale], onlineDialogue(locale)])].join("\n")));
}
const said = { nl: vocabulary("nl"), en: vocabulary("en") };
/** The words that are said in the one language and never in the other. */
const only = {
  nl: new Set([...said.nl].filter((word) => !said.en.has(word))),
  en: new Set([...said.en].filter((word) => !said.nl.has(word))),
};

const addresses = /\S+:\/\/\S+|\S+@\S+|\/[a-z][\w/.-]*/g;
/** Names of areas are the same in every language. */
const areas = globSync("app/prepare/areas/data/*.csv", { cwd: root })
  .flatMap((file) => readFileSync(path.join(root, file), "utf8").split("\n"))
  .map((line) => line.split(",")[1] ?? "")
  .filter((name) => wordsOf(name).some((word) => only.nl.has(word) || only.en.has(word)));

/** The words of a text that belong to the other language; addresses and names of areas are left out. */
export function strangers(text: string, locale: Locale): string[] {
  const read = areas.reduce((left, name) => left.replaceAll(name, " "), text.replace(addresses, " "));
  return [...new Set(wordsOf(read).filter((word) => only[other[locale]].has(word)))];
}

/** A page says that it is in this language, and is: also what is folded away, and what only a screen reader says. */
async function expectLanguage(page: Page, locale: Locale, where: string): Promise<void> {
  expect(await page.getAttribute("html", "lang"), where).toBe(locale);
  const texts = await page.evaluate(readTexts, locale);
  const found = texts.flatMap((text) => {
    const words = strangers(text, locale);
    return words.length > 0 ? [`${words.join(", ")}: “${text.slice(0, 120)}”`] : [];
  });
  expect(found, `${where}: words of another language`).toEqual([]);
}

/** It is in this language, and axe finds nothing at both widths. */
export async function expectSound(page: Page, locale: Locale, where: string): Promise<void> {
  await expectLanguage(page, locale, where);
  await expectAccessible(page, where);
}

/** In the page: every text for people, but for what says that it is in another language. */
function readTexts(locale: string): string[] {
  const texts = [document.title];
  const apart = (at: Element | null) =>
    at?.closest("script, style, template, [lang]")?.matches(`html, [lang=${locale}]`) === false;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let at = walker.nextNode(); at; at = walker.nextNode()) if (!apart(at.parentElement)) texts.push(at.textContent ?? "");
  for (const one of document.body.querySelectorAll("[aria-label], [title], [alt], [placeholder]"))
    if (!apart(one)) texts.push(...["aria-label", "title", "alt", "placeholder"].map((name) => one.getAttribute(name) ?? ""));
  return texts.filter((text) => text.trim() !== "");
}

/** What authors typed says that it is in their language; all else that is said on the page, in its own, holds no word of theirs. */
export async function expectParts(page: Page, locale: Locale, written: Locale, where: string): Promise<void> {
  expect(await page.getAttribute("html", "lang"), where).toBe(locale);
  const texts = await page.evaluate(readParts);
  const found = texts.flatMap(({ lang, text }) => {
    const words = strangers(text, lang === written ? written : locale);
    return words.length > 0 ? [`${lang}: ${words.join(", ")}: “${text.slice(0, 120)}”`] : [];
  });
  expect(found, `${where}: words that are not in the language that they are said to be in`).toEqual([]);
}

/** In the page: every piece of text, with the language that it is said to be in. */
function readParts(): { lang: string; text: string }[] {
  const texts: { lang: string; text: string }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    const text = at.textContent?.trim();
    const around = at.parentElement;
    if (text && around && !around.closest("script, style, template"))
      texts.push({ lang: around.closest("[lang]")?.getAttribute("lang") ?? "", text });
  }
  return texts;
}
