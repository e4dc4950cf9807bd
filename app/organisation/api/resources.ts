import { z } from "zod";
import type { Scope } from "../connections/scope.ts";
import { type ShapeName, shapes } from "./shapes.ts";

/** Rises with what it offers: the last number for a correction, the middle one for more, the first for what breaks a client. */
export const apiVersion = "1.3.0";
export const base = "/api/v1";
const mostAPage = 100;
const usualAPage = 20;

const names = [
  "dialogen",
  "versies",
  "bijeenkomsten",
  "themas",
  "behoeften",
  "inzichten",
  "uitkomsten",
  "programmapunten",
  "praktijkvoorbeelden",
  "gebeurtenissen",
] as const;
type CollectionName = (typeof names)[number];

export interface Resource {
  readonly name: CollectionName;
  /** As in OpenAPI; `{dialoog}` first, `{nummer}` or `{id}` for one of them. */
  readonly path: string;
  readonly shape: ShapeName;
  readonly many: boolean;
  /** Whether it can be asked of an earlier version of the report. */
  readonly versioned: boolean;
  readonly filters: Readonly<Record<string, z.ZodType>>;
  /** For applications that have it; absent: for everybody. */
  readonly scope?: Scope;
}

const number = z.coerce.number().int().min(1).max(999_999);
/** The sign with number 0 is refused at the door: no database reads it. */
const word = z
  .string()
  .min(1)
  .max(200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the sign that is meant
  .regex(/^[^\u0000]+$/, "bevat een teken dat niet gelezen kan worden");
const filtersOf: Partial<Record<CollectionName, Readonly<Record<string, z.ZodType>>>> = {
  dialogen: { gepubliceerdVanaf: z.iso.date(), zoek: word },
  behoeften: { thema: z.union([z.uuid(), z.literal("geen")]), vakgebied: word, zoek: word },
  inzichten: { oordeel: shapes.Inzicht.shape.oordeel },
  uitkomsten: { soort: shapes.Uitkomst.shape.soort, inzicht: number },
  gebeurtenissen: { soort: shapes.Gebeurtenis.shape.type, na: z.coerce.number().int().min(0).max(999_999_999_999) },
  programmapunten: { fase: shapes.Programmapunt.shape.fase, thema: z.uuid() },
  praktijkvoorbeelden: { thema: z.uuid(), vakgebied: word, zoek: word },
};

function pair(name: CollectionName, shape: ShapeName, key: "nummer" | "id" | null, versioned = true): Resource[] {
  const path = `/dialogen/{dialoog}/${name}`;
  const of = { name, shape, versioned };
  return [
    { ...of, path, many: true, filters: filtersOf[name] ?? {} },
    ...(key ? [{ ...of, path: `${path}/{${key}}`, many: false, filters: {} }] : []),
  ];
}

/** Every address of the API: its routes, its OpenAPI document and the page that explains it are made of this table. */
export const resources: readonly Resource[] = [
  { name: "dialogen", path: "/dialogen", shape: "Dialoog", many: true, versioned: false, filters: filtersOf.dialogen ?? {} },
  { name: "dialogen", path: "/dialogen/{dialoog}", shape: "DialoogVolledig", many: false, versioned: true, filters: {} },
  ...pair("versies", "Versie", null, false),
  ...pair("bijeenkomsten", "Bijeenkomst", "nummer"),
  ...pair("themas", "Thema", "id"),
  ...pair("behoeften", "Behoefte", "nummer"),
  ...pair("inzichten", "Inzicht", "nummer"),
  ...pair("uitkomsten", "Uitkomst", null),
  ...pair("programmapunten", "Programmapunt", "nummer", false),
  ...pair("praktijkvoorbeelden", "Praktijkvoorbeeld", "nummer", false),
  {
    ...({ name: "gebeurtenissen", path: "/gebeurtenissen", shape: "Gebeurtenis", many: true, versioned: false } as const),
    ...({ filters: filtersOf.gebeurtenissen ?? {}, scope: "gebeurtenissen" } as const),
  },
];

export const pathParameters = {
  dialoog: z.string().regex(/^[a-z0-9-]{1,80}$/),
  nummer: number,
  id: z.uuid(),
} as const;
export type PathParameter = keyof typeof pathParameters;
export const parametersIn = (path: string): PathParameter[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as PathParameter);

/** Names of what a shape holds, to be chosen from. */
export const membersOf = (shape: ShapeName): string[] => Object.keys(shapes[shape].shape);

const fieldsOf = (shape: ShapeName) => {
  const one = `(${membersOf(shape).join("|")})`;
  return z
    .string()
    .max(1_000)
    .regex(new RegExp(`^${one}(,${one})*$`), `kies uit: ${membersOf(shape).join(", ")}`)
    .transform((list) => list.split(","));
};

export interface Query {
  readonly pagina: number;
  readonly aantal: number;
  readonly velden?: readonly string[];
  readonly versie?: number;
  readonly filters: Readonly<Record<string, string | number>>;
}

/** The parameters that stand behind the question mark, by name. What is not among them is refused. */
export function parametersOf(resource: Resource): Readonly<Record<string, z.ZodType>> {
  return {
    ...(resource.many
      ? { pagina: z.coerce.number().int().min(1).max(100_000), aantal: z.coerce.number().int().min(1).max(mostAPage) }
      : {}),
    velden: fieldsOf(resource.shape),
    ...(resource.versioned ? { versie: number } : {}),
    ...resource.filters,
  };
}

/** @returns the question, or which parameter is wrong */
export function readQuery(
  resource: Resource,
  search: URLSearchParams,
): { readonly ok: true; readonly query: Query } | { readonly ok: false; readonly parameter: string; readonly why: string } {
  const known = parametersOf(resource);
  const read: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    const shape = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!shape) return { ok: false, parameter: name, why: `onbekend; wel: ${Object.keys(known).join(", ")}` };
    const values = search.getAll(name);
    const parsed = shape.safeParse(values[0]);
    if (values.length > 1) return { ok: false, parameter: name, why: "staat er meer dan een keer" };
    if (!parsed.success) return { ok: false, parameter: name, why: parsed.error.issues[0]?.message ?? "" };
    read[name] = parsed.data;
  }
  const { pagina = 1, aantal = usualAPage, velden, versie, ...filters } = read as Partial<Query> & Query["filters"];
  return {
    ok: true,
    query: { pagina, aantal, ...(velden ? { velden } : {}), ...(versie ? { versie } : {}), filters } as Query,
  };
}

/** Only what was asked for of one thing. */
export const chosen = (thing: Readonly<Record<string, unknown>>, velden: readonly string[] | undefined) =>
  velden ? Object.fromEntries(Object.entries(thing).filter(([name]) => velden.includes(name))) : thing;

/** As routes and the table of who may enter write it: `/api/v1/dialogen/:dialogue/behoeften/:number`. */
export const patternOf = ({ path }: Resource): string =>
  base + path.replace("{dialoog}", ":dialogue").replace("{nummer}", ":number").replace("{id}", ":theme");
