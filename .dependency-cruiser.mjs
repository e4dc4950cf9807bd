// Who may import whom. docs/architecture.md says why; tests/import-rules.test.ts plants a breach of each rule.

const test = "(\\.test\\.tsx?|\\.e2e\\.ts)$";
const server = "\\.server\\.tsx?$";
const route = "\\.route\\.tsx?$";
/** app/server.ts, routes.ts, access.ts ...: they list what the features offer */
const contents = "^app/[^/]+\\.tsx?$";
const frame = "^app/(root|entry\\.[a-z]+)\\.tsx$";
/** written by React Router, and absent before it has run */
const types = "\\+types/";
/** The schema: a layer of its own, since SQL joins what it needs. */
const tables = "/(tables|columns)\\.ts$";
/** a .ts file without a layer in its name holds rules */
const rule = "^app/(?!ui/|language/)[^.]+/(?<!/messages/)(?!tables\\.|columns\\.)[^/.]+\\.ts$";

/** The rooms from the ground up. */
const rooms = [
  "method",
  "language",
  "ui",
  "platform",
  "disclosure",
  "dialogue",
  "contribution",
  "prepare",
  "themes",
  "session",
  "programme",
  "report",
  "results",
  "network",
  "privacy",
  "organisation",
  "feedback",
  "rehearsal",
];

export default {
  forbidden: [
    {
      name: "rules-are-pure",
      comment: "Rules reach no IO and no package but zod.",
      severity: "error",
      from: { path: rule },
      to: { pathNot: [rule, "node_modules/zod/"] },
    },
    {
      name: "view-reaches-no-server",
      comment: "What a browser gets reaches no server file, by any way.",
      severity: "error",
      from: { path: "(^app/.+\\.tsx|\\.client\\.ts)$", pathNot: [route, server, test, frame] },
      to: {
        path: [server, tables, "node_modules/(pg|drizzle-orm)/", "^(node:)?(fs|net|child_process)(/|$)"],
        reachable: true,
      },
    },
    {
      name: "server-draws-no-view",
      comment: "SQL and commands do not know how things look.",
      severity: "error",
      from: { path: "^app/.+/[^/]+\\.server\\.ts$" },
      to: { path: ["^app/ui/", "\\.tsx$"] },
    },
    {
      name: "tables-hold-columns",
      comment: "The schema imports the schema, and of rules only types.",
      severity: "error",
      from: { path: tables },
      to: { pathNot: [tables, "node_modules/drizzle-orm/"], dependencyTypesNot: ["type-only"] },
    },
    ...rooms.map((room, floor) => ({
      name: "imports-go-down",
      comment: "A room imports itself and the rooms below it; the files directly in app/ stand on all of them.",
      severity: "error",
      from: { path: `^app/${room}/`, pathNot: [test, tables] },
      to: { path: "^app/", pathNot: [`^app/(${rooms.slice(0, floor + 1).join("|")})/`, tables] },
    })),
    {
      name: "nothing-imports-a-route",
      comment: "The edge is at the edge: only a table of contents names it.",
      severity: "error",
      from: { pathNot: [test, contents] },
      to: { path: route, pathNot: types },
    },
    {
      name: "no-cycles",
      comment: "What two files both need stands in a third, types too.",
      severity: "error",
      from: {},
      to: { circular: true, pathNot: types },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: ["^virtual:", types] },
    },
  ],
  options: {
    parser: "swc", // dependency-cruiser cannot read TypeScript 7, and without a parser it finds nothing and says all is well
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".css"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
