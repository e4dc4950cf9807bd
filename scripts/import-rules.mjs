// Reads every import below a directory and says which of them the rules of .dependency-cruiser.mjs forbid.
// node scripts/import-rules.mjs [DIRECTORY] prints {"rules": ["no-cycles"], "modules": 120, "breaches": [{"rule", "from", "to"}]}
import { existsSync } from "node:fs";
import path from "node:path";
import swc from "@swc/core/Visitor.js";
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import config from "../.dependency-cruiser.mjs";

// The visitor does not know `using` yet; for imports it is a variable like any other.
const { prototype } = swc.Visitor;
const { visitStatement } = prototype;
prototype.visitStatement = function visit(statement) {
  return statement.type === "UsingDeclaration"
    ? this.visitVariableDeclaration({ ...statement, declarations: statement.decls })
    : visitStatement.call(this, statement);
};

const project = path.resolve(import.meta.dirname, "..");
process.chdir(process.argv[2] ?? project); // paths in the result are relative to the working directory

const folders = ["app", "cli", "demo", "bench", "tests"].filter((folder) => existsSync(folder));
const rules = path.join(project, ".dependency-cruiser.mjs");
const { output } = await cruise(folders, { ...(await extractDepcruiseOptions(rules)), outputType: undefined });
const own = output.modules.filter(({ source }) => folders.some((folder) => source.startsWith(`${folder}/`)));
const breaches = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
console.log(JSON.stringify({ rules: [...new Set(config.forbidden.map(({ name }) => name))], modules: own.length, breaches }));
process.exitCode = own.length > 0 && breaches.length === 0 ? 0 : 1;
