/** The rules for an API of a Dutch public body that can be seen in its OpenAPI document; what shows only in an answer has its own test. */
type Json = Record<string, unknown>;
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((here, name) => (here as Json | undefined)?.[name], value);
const entries = (value: unknown): [string, Json][] => Object.entries((value ?? {}) as Record<string, Json>);

export interface Breach {
  readonly rule: string;
  readonly where: string;
}
type Rule = (document: Json) => readonly string[];

const operations = (document: Json) =>
  entries(document.paths).flatMap(([path, item]) =>
    entries(item).map(([method, operation]) => ({ path, method, operation, where: `${method} ${path}` })),
  );
const pieces = (path: string) => path.split("/").filter((piece) => piece && !piece.startsWith("{"));
const resolve = (document: Json, value: unknown): Json => {
  const to = at(value, "$ref");
  return typeof to === "string" ? resolve(document, at(document, ...to.replace("#/", "").split("/"))) : (value as Json);
};
const responses = (document: Json) =>
  operations(document).flatMap(({ operation, where }) =>
    entries(operation.responses).map(([status, response]) => ({
      status,
      response: resolve(document, response),
      where: `${where} ${status}`,
    })),
  );
const properties = (document: Json) =>
  entries(at(document, "components", "schemas")).flatMap(([name, schema]) =>
    entries(schema.properties).map(([property, own]) => ({ property, own, where: `${name}.${property}` })),
  );

export const designRules: Readonly<Record<string, Rule>> = {
  "OpenAPI 3": ({ openapi }) => (/^3\.\d+\.\d+$/.test(String(openapi)) ? [] : ["openapi"]),
  "the version is semantic": ({ info }) => (/^\d+\.\d+\.\d+$/.test(String(at(info, "version"))) ? [] : ["info.version"]),
  "contact has name, url and email": ({ info }) =>
    ["name", "url", "email"].filter((part) => !at(info, "contact", part)).map((part) => `info.contact.${part}`),
  "the server has https and the major version": ({ servers, info }) =>
    (servers as Json[])
      .map(({ url }) => String(url))
      .filter((url) => !url.startsWith("https://") || !url.endsWith(`/v${String(at(info, "version")).split(".")[0]}`)),
  "no path ends in a slash": (document) => entries(document.paths).flatMap(([path]) => (path.endsWith("/") ? [path] : [])),
  "paths are kebab-case": (document) =>
    entries(document.paths).flatMap(([path]) =>
      pieces(path).every((one) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(one)) ? [] : [path],
    ),
  "collections are plural nouns": (document) =>
    entries(document.paths).flatMap(([path]) => (pieces(path).every((one) => /(en|s)$/.test(one)) ? [] : [path])),
  "no extension in a path": (document) => entries(document.paths).flatMap(([path]) => (path.includes(".") ? [path] : [])),
  "only known methods": (document) =>
    operations(document).flatMap(({ method, where }) =>
      ["get", "post", "put", "patch", "delete"].includes(method) ? [] : [where],
    ),
  "every operation has an id, a summary and a known tag": (document) => {
    const tags = new Set((document.tags as Json[]).map(({ name }) => name));
    return operations(document).flatMap(({ operation: one, where }) =>
      one.operationId && one.summary && (one.tags as string[]).every((tag) => tags.has(tag)) ? [] : [where],
    );
  },
  "no operation id twice": (document) => {
    const ids = operations(document).map(({ operation }) => String(operation.operationId));
    return ids.filter((id, place) => ids.indexOf(id) !== place);
  },
  "parameters are camelCase, and described": (document) =>
    operations(document).flatMap(({ operation, where }) =>
      ((operation.parameters ?? []) as Json[])
        .filter(({ name, description, schema }) => !/^[a-z][a-zA-Z0-9]*$/.test(String(name)) || !description || !schema)
        .map(({ name }) => `${where} ${name}`),
    ),
  "every parameter in a path is declared": (document) =>
    operations(document).flatMap(({ operation, path, where }) => {
      const declared = ((operation.parameters ?? []) as Json[]).filter((one) => one.in === "path").map(({ name }) => name);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      return named.join() === declared.join() ? [] : [where];
    }),
  "nothing secret stands in an address": (document) =>
    operations(document).flatMap(({ operation, where }) =>
      ((operation.parameters ?? []) as Json[])
        .filter(({ name }) => /mail|token|sleutel|wachtwoord|bsn|naam/i.test(String(name)))
        .map(({ name }) => `${where} ${name}`),
    ),
  "schemas are PascalCase": (document) =>
    entries(at(document, "components", "schemas")).flatMap(([name]) => (/^([A-Z][a-z0-9]+)+$/.test(name) ? [] : [name])),
  "members are camelCase, and described": (document) =>
    properties(document).flatMap(({ property, own, where }) =>
      /^[a-z][a-zA-Z0-9]*$/.test(property) && own.description ? [] : [where],
    ),
  "answers that succeed tell the version": (document) =>
    responses(document).flatMap(({ status, response, where }) =>
      /^[23]/.test(status) && !at(response, "headers", "API-Version") ? [where] : [],
    ),
  "faults are problems": (document) =>
    responses(document).flatMap(({ status, response, where }) =>
      /^[45]/.test(status) && Object.keys((response.content ?? {}) as Json).join() !== "application/problem+json" ? [where] : [],
    ),
  "a problem has its members and no other": (document) => {
    const problem = resolve(document, { $ref: "#/components/schemas/Probleem" });
    const members = Object.keys(problem.properties as Json)
      .sort()
      .join();
    return members === "detail,instance,status,title,type" && problem.additionalProperties === false ? [] : ["Probleem"];
  },
  "every reference leads somewhere": (document) =>
    [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].flatMap(([, to = ""]) =>
      at(document, ...to.split("/")) === undefined ? [to] : [],
    ),
};

export const breaches = (document: Json): Breach[] =>
  Object.entries(designRules).flatMap(([rule, broken]) => broken(document).map((where) => ({ rule, where })));
