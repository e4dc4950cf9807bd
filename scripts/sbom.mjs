// npm run sbom: what this version is made of, as CycloneDX 1.5 in JSON on stdout, from the lockfile: without what only tests and builds use.
// Not npm sbom --omit dev: it leaves out what a development package needs as well, such as react, jose and nodemailer.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const read = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8"));
const own = read("package.json");
const { packages } = read("package-lock.json");

const components = Object.entries(packages)
  .filter(([at, one]) => at.startsWith("node_modules/") && !one.dev && !one.devOptional)
  .map(([at, one]) => {
    const name = at.slice(at.lastIndexOf("node_modules/") + "node_modules/".length);
    const purl = `pkg:npm/${name.replace(/^@/, "%40")}@${one.version}`;
    const [algorithm, hash] = (one.integrity ?? "").split("-");
    return {
      type: "library",
      "bom-ref": `${at}@${one.version}`,
      name,
      version: one.version,
      purl,
      scope: one.optional ? "optional" : "required",
      ...(one.license
        ? { licenses: [/ (OR|AND) /.test(one.license) ? { expression: one.license } : { license: { id: one.license } }] }
        : {}),
      ...(algorithm === "sha512" ? { hashes: [{ alg: "SHA-512", content: Buffer.from(hash, "base64").toString("hex") }] } : {}),
    };
  });

const commit = spawnSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).stdout?.trim();
const bom = {
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  version: 1,
  metadata: {
    component: {
      type: "application",
      "bom-ref": own.name,
      name: own.name,
      version: own.version,
      licenses: [{ license: { id: own.license } }],
      ...(commit ? { properties: [{ name: "commit", value: commit }] } : {}),
    },
  },
  components,
};
console.log(JSON.stringify(bom, null, 2));
