import fc from "fast-check";
import { renderToStaticMarkup as html } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, test } from "vitest";
import type { Locale } from "../../language/locale.ts";
import { langOf } from "../../language/written.ts";
import { placed } from "../chart/placed.ts";
import { Notice } from "../notice.tsx";
import { Around, isWords, plainWords, Typed, Written, WrittenIn } from "./typed.tsx";

/** A part of a page in that language, of a dialogue in that other one. */
function drawn(page: Locale, language: Locale | null, part: React.ReactNode): string {
  const element = <WrittenIn language={language}>{part}</WrittenIn>;
  const router = createMemoryRouter([{ id: "root", path: "/", loader: () => null, element }], {
    hydrationData: { loaderData: { root: { locale: page } } },
  });
  return html(<RouterProvider router={router} />);
}
const part = (
  <>
    <Typed as="p">Tijd om na te bellen</Typed>
    <Written>Nabijheid</Written>
    <Around words={{ title: "Uw behoeften", empty: "" }} say={({ title, empty }) => `Part 3: ${title}.${empty}`} />
  </>
);

test("the language is said where it differs from that of the page, and where it is known", () => {
  expect(langOf("nl", "en")).toBe("nl");
  expect(langOf("en", "nl")).toBe("en");
  expect(langOf("nl", "nl")).toBeUndefined();
  expect(langOf(null, "en")).toBeUndefined();
});

test("typed words have their language, ours have that of the page", () => {
  expect(drawn("en", "nl", part)).toBe(
    '<p lang="nl" class="as-typed">Tijd om na te bellen</p><span lang="nl">Nabijheid</span>Part 3: <span lang="nl">Uw behoeften</span>.',
  );
});

test("in one language nothing is added", () => {
  const plain = '<p class="as-typed">Tijd om na te bellen</p>NabijheidPart 3: Uw behoeften.';
  expect(drawn("nl", "nl", part)).toBe(plain);
  expect(drawn("en", null, part)).toBe(plain);
});

test("words stay words for what holds them, in whichever language", () => {
  const said = <Written>Nabijheid</Written>;
  expect([isWords("Nabijheid"), isWords(said), isWords(<p>Nabijheid</p>)]).toEqual([true, true, false]);
  expect([plainWords("Nabijheid"), plainWords(said), plainWords(<p>Nabijheid</p>)]).toEqual([
    "Nabijheid",
    "Nabijheid",
    undefined,
  ]);
  expect(drawn("nl", "nl", <Notice>{said}</Notice>)).toContain("<p>Nabijheid</p>");
  expect(drawn("en", "nl", <Notice>{said}</Notice>)).toContain('<p><span lang="nl">Nabijheid</span></p>');
});

test("a sentence in pieces is the sentence, and each typed word is a piece", () => {
  const text = fc.string({ unit: "binary" }).filter((one) => !/[\ue000-\uf8ff]/.test(one));
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 5 }), (who, names) => {
      const say = (p: { who: string; names: readonly string[] }) => `Said by ${p.who || "somebody"} of ${p.names.join(", ")}.`;
      const pieces = placed({ who, names }, say);
      expect(pieces.map((one) => one.text).join("")).toBe(say({ who, names }));
      expect(pieces.filter(({ typed }) => typed).map((one) => one.text)).toEqual([who, ...names].filter(Boolean));
    }),
  );
});
