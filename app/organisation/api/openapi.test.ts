import { expect, test } from "vitest";
import { access } from "../../dialogue/access/access.ts";
import { breaches, designRules } from "./design-rules.ts";
import { apiWords } from "./messages/api.ts";
import { openApi } from "./openapi.ts";
import { apiVersion, base, patternOf, readQuery, resources } from "./resources.ts";

const contact = { name: "Voorbeeld", url: "https://dialoog.example/api", email: "dialoog@dialoog.example" };
const document = openApi(apiWords.nl, { origin: "https://dialoog.example", contact });

test("the API follows the design rules for Dutch public bodies", () => {
  expect(breaches(document)).toEqual([]);
  expect(breaches(openApi(apiWords.en, { origin: "https://dialoog.example", contact }))).toEqual([]);
});

test("a breach of a rule is found", () => {
  const wrong = structuredClone(document) as Record<string, never>;
  const spoil = wrong as unknown as {
    info: { contact: Record<string, string>; version: string };
    servers: unknown[];
    paths: Record<string, unknown>;
    components: { schemas: Record<string, { properties: Record<string, unknown> }> };
  };
  spoil.info.contact = { name: "x" };
  spoil.servers = [{ url: "http://dialoog.example/api" }];
  spoil.paths["/Dialoog_lijst/"] = { get: { responses: { 200: {}, 404: { content: { "text/html": {} } } } }, trace: {} };
  spoil.components.schemas.klein = { properties: { snake_case: { $ref: "#/components/schemas/Nergens" } } };
  const found = new Set(breaches(wrong).map(({ rule }) => rule));
  for (const rule of Object.keys(designRules).filter((one) =>
    /contact|server|slash|kebab|plural|methods|PascalCase|members are|tell the version|faults are|reference|an id/.test(one),
  ))
    expect(found, rule).toContain(rule);
});

test("each address of the API stands in the table of who may enter, and the other way round", () => {
  const open = Object.keys(access).filter((pattern) => pattern.startsWith(base));
  expect(open.sort()).toEqual([`${base}/openapi.json`, ...resources.map(patternOf)].sort());
});

test("the list of changes begins with the version", () => {
  for (const words of [apiWords.nl, apiWords.en]) expect(words.page.changes[0]).toMatch(new RegExp(`^${apiVersion}:`));
});

test("a parameter that is unknown, wrong or there twice is named", () => {
  const [, , needs] = ["", "", resources.find(({ path }) => path === "/dialogen/{dialoog}/behoeften")];
  if (!needs) throw new Error("no needs");
  const read = (text: string) => readQuery(needs, new URLSearchParams(text));
  expect(read("pagina=2&aantal=5&velden=nummer,tekst&thema=geen")).toEqual({
    ok: true,
    query: { pagina: 2, aantal: 5, velden: ["nummer", "tekst"], filters: { thema: "geen" } },
  });
  for (const [text, parameter] of [
    ["sorteer=nummer", "sorteer"],
    ["__proto__=1", "__proto__"],
    ["pagina=0", "pagina"],
    ["aantal=101", "aantal"],
    ["velden=nummer,persoon", "velden"],
    ["zoek=a&zoek=b", "zoek"],
    ["thema=alles", "thema"],
  ])
    expect(read(text as string), text).toMatchObject({ ok: false, parameter });
});
