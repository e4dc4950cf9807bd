import { z } from "zod";
import { apiVersion, base, parametersIn, parametersOf, pathParameters, type Resource, resources } from "./resources.ts";
import { type ShapeName, shapes } from "./shapes.ts";

export interface ApiWords {
  readonly title: string;
  readonly about: string;
  /** How a key is shown. */
  readonly key: string;
  readonly collections: Readonly<Record<Resource["name"], { readonly one: string; readonly many: string }>>;
  /** Of every member of a shape, and of every parameter. */
  readonly members: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
  readonly answers: Readonly<
    Record<"ok" | "same" | "wrong" | "unknown" | "forbidden" | "missing" | "busy" | "away" | "list" | "totaal", string>
  >;
}
export interface ApiFacts {
  readonly origin: string;
  readonly contact: { readonly name: string; readonly url: string; readonly email: string };
}

type Json = Record<string, unknown>;
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const header = (description: string, schema: Json) => ({ description, schema });

/** The OpenAPI 3.1 document of the API, from the same table as its routes. */
export function openApi(words: ApiWords, { origin, contact }: ApiFacts): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: words.title,
      version: apiVersion,
      description: words.about,
      contact,
      license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    },
    servers: [{ url: `${origin}${base}` }],
    tags: Object.entries(words.collections).map(([name, { many }]) => ({ name, description: many })),
    paths: Object.fromEntries(resources.map((one) => [one.path, { get: operation(one, words) }])),
    components: {
      securitySchemes: {
        sleutel: { type: "http", scheme: "bearer", description: words.key },
      },
      schemas: schemas(words),
      headers: {
        ApiVersion: header("De volledige versie van deze API.", { type: "string", examples: [apiVersion] }),
        ETag: header("Staat voor precies dit antwoord; geef het mee als If-None-Match.", { type: "string" }),
        Link: header("De volgende, vorige, eerste en laatste pagina (RFC 8288).", { type: "string" }),
        RateLimit: header("Hoeveel vragen u nu nog kunt stellen, en over hoeveel seconden dat weer meer is.", { type: "string" }),
        RateLimitPolicy: header("Hoeveel vragen in hoeveel seconden.", { type: "string" }),
        RetryAfter: header("Na hoeveel seconden u het opnieuw kunt vragen.", { type: "integer" }),
      },
      responses: {
        Gelijk: { description: words.answers.same, headers: { "API-Version": { $ref: "#/components/headers/ApiVersion" } } },
        Fout: problem(words.answers.wrong),
        GeenSleutel: problem(words.answers.unknown),
        MagNiet: problem(words.answers.forbidden),
        NietGevonden: problem(words.answers.missing),
        TeVeel: problem(words.answers.busy, { "Retry-After": { $ref: "#/components/headers/RetryAfter" } }),
        NietBereikbaar: problem(words.answers.away, { "Retry-After": { $ref: "#/components/headers/RetryAfter" } }),
      },
    },
  };
}

const problem = (description: string, headers: Json = {}) => ({
  description,
  headers,
  content: { "application/problem+json": { schema: ref("Probleem") } },
});

function operation(resource: Resource, words: ApiWords): Json {
  const { name, path, many, shape, scope } = resource;
  const query = parametersOf(resource);
  const parameter = (where: "path" | "query", [key, schema]: readonly [string, z.ZodType]) => ({
    name: key,
    in: where,
    required: where === "path",
    description: words.parameters[key] ?? "",
    schema: jsonOf(schema),
  });
  return {
    operationId: operationId(path),
    tags: [name],
    // anybody may ask the rest too; a key lets one ask more in a minute
    security: scope ? [{ sleutel: [] }] : [{}, { sleutel: [] }],
    summary: many ? words.collections[name].many : words.collections[name].one,
    parameters: [
      ...parametersIn(path).map((key) => parameter("path", [key, pathParameters[key]])),
      ...Object.entries(query).map((entry) => parameter("query", entry)),
    ],
    responses: {
      200: {
        description: words.answers.ok,
        headers: {
          "API-Version": { $ref: "#/components/headers/ApiVersion" },
          ETag: { $ref: "#/components/headers/ETag" },
          "RateLimit-Policy": { $ref: "#/components/headers/RateLimitPolicy" },
          RateLimit: { $ref: "#/components/headers/RateLimit" },
          ...(many ? { Link: { $ref: "#/components/headers/Link" } } : {}),
        },
        content: { "application/json": { schema: ref(many ? listOf(shape) : shape) } },
      },
      304: { $ref: "#/components/responses/Gelijk" },
      400: { $ref: "#/components/responses/Fout" },
      401: { $ref: "#/components/responses/GeenSleutel" },
      ...(scope ? { 403: { $ref: "#/components/responses/MagNiet" } } : {}),
      404: { $ref: "#/components/responses/NietGevonden" },
      429: { $ref: "#/components/responses/TeVeel" },
      503: { $ref: "#/components/responses/NietBereikbaar" },
    },
  };
}

const operationId = (path: string) =>
  path
    .split("/")
    .filter(Boolean)
    .map((part) => part.replace(/[{}]/g, ""))
    .map((part, at) => (at === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join("");

const listOf = (shape: ShapeName) => `${shape}Lijst`;

/** As JSON Schema, without what only a file of its own has. A parameter is described as it is typed. */
function jsonOf(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Json;
  return "type" in json || "anyOf" in json || "enum" in json ? json : { type: "integer", ...json };
}

function schemas(words: ApiWords): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(shapes)) registry.add(shape, { id });
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` }).schemas as Record<string, Json>;
  const asked = new Set<string>(resources.map(({ shape }) => shape));
  const described = Object.fromEntries(
    Object.entries(made).map(([name, { $schema: _, $id: __, required, ...schema }]) => [
      name,
      // with `velden` any member of what is asked for may be left out
      withWords(asked.has(name) ? schema : { ...schema, required }, words.members),
    ]),
  );
  const lists = [...new Set(resources.filter(({ many }) => many).map(({ shape }) => shape))].map((shape) => [
    listOf(shape),
    {
      type: "object",
      properties: {
        resultaten: {
          type: "array",
          description: words.answers.list,
          items: ref(shape),
        },
        pagina: { type: "integer", description: words.parameters.pagina },
        aantal: { type: "integer", description: words.parameters.aantal },
        totaal: { type: "integer", description: words.answers.totaal },
      },
      required: ["resultaten", "pagina", "aantal", "totaal"],
      additionalProperties: false,
    },
  ]);
  return { ...described, ...Object.fromEntries(lists) };
}

/** Each member with what it means. */
function withWords(schema: Json, members: ApiWords["members"]): Json {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>).map(([name, own]) => [
    name,
    { ...own, description: members[name] ?? "" },
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}
