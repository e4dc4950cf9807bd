// Who may import whom. docs/architecture.md says why; tests/import-rules.test.ts plants a breach of each rule.

const test = "(\\.test\\.tsx?|\\.e2e\\.ts)$";
const server = "\\.server\\.tsx?$";
const route = "\\.route\\.tsx?$";
/** app/server.ts, routes.ts, access.ts ...: they list what the features offer */
const contents = "^app/[^/]+\\.tsx?$";
const frame = "^app/(root|entry\\.[a-z]+)\\.tsx$";
/** written by React Router, and absent before it has run */
const types = "\\+types/";
/** folders that know no feature, and folders that every feature may use */
const ground = "^app/(platform|ui|db|messages|analysis|text|guard)/";
const base = "^app/(dialogue|people|contribution|mail|machine)/";
const combines = "^app/(api|site|session|room|report|results|feedback|privacy|rehearsal)/";
/** a .ts file without a layer in its name holds rules */
const rule = "^app/(?!ui/|db/|messages/)[^.]+/[^/.]+\\.ts$";

export default {
  forbidden: [
    {
      name: "rules-are-pure",
      comment: "Rules reach no IO and no package but zod.",
      severity: "error",
      from: { path: rule },
      to: { pathNot: [rule, "^app/ids\\.ts$", "node_modules/zod/"] },
    },
    {
      name: "view-reaches-no-server",
      comment: "What a browser gets reaches no server file, by any way.",
      severity: "error",
      from: { path: "(^app/.+\\.tsx|\\.client\\.ts)$", pathNot: [route, server, test, frame] },
      to: {
        path: [server, "^app/db/", "node_modules/(pg|drizzle-orm)/", "^(node:)?(fs|net|child_process)(/|$)"],
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
      name: "features-share-rules-only",
      comment:
        "A feature uses of another feature its pure rules; api/, site/, session/, room/, report/, results/, feedback/, privacy/ and rehearsal/ combine; the base serves all.",
      severity: "error",
      from: { path: "^app/([^/]+)/", pathNot: [test, combines] },
      to: { path: "^app/[^/]+/", pathNot: [rule, ground, base, "^app/$1/"] },
    },
    {
      name: "base-knows-no-feature",
      comment: "What serves all features depends on none of them.",
      severity: "error",
      from: { path: base, pathNot: test },
      to: { path: "^app/[^/]+/", pathNot: [base, ground] },
    },
    {
      name: "platform-and-ui-know-no-feature",
      comment: "The ground below the features does not know them.",
      severity: "error",
      from: { path: "^app/(platform|ui)/", pathNot: test },
      to: { path: "^app/", pathNot: ["^app/(platform|ui|db|messages)/", "^app/ids\\.ts$"] },
    },
    {
      name: "analysis-and-text-stand-alone",
      comment: "Sums and words of the method depend on nothing below them.",
      severity: "error",
      from: { path: "^app/(analysis|text|guard)/", pathNot: test },
      to: { path: "^app/", pathNot: "^app/(analysis|text|guard)/" },
    },
    {
      name: "nothing-imports-a-route",
      comment: "The edge is at the edge: only a table of contents names it.",
      severity: "error",
      from: { pathNot: [test, contents] },
      to: { path: route, pathNot: types },
    },
    {
      name: "no-cycles",
      comment: "A type that points back is gone when the code runs; a value is not.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
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
