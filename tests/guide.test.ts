import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { access } from "../app/dialogue/access/access.ts";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const pages = readdirSync(path.join(root, "docs/beheer"));
const words = globSync("app/**/*.nl.ts", { cwd: root }).map(read).join("\n").replaceAll("’", "'");

describe.each(pages)("docs/beheer/%s says what is there", (page) => {
  const text = read(`docs/beheer/${page}`);

  test("what it calls a screen, a button or a state is called so on the screen", () => {
    const named = [...text.replaceAll("**", "").matchAll(/\*([A-Z][^*.]+)\*/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !words.includes(name))).toEqual([]);
  });

  test("commands, settings and files exist", () => {
    const commands = [...text.matchAll(/klankbord -- ([a-z-]+)/g)].map(([, name = ""]) => name);
    expect(commands.filter((name) => !existsSync(path.join(root, `cli/${name}.ts`)))).toEqual([]);
    const environment = read("app/platform/environment.ts");
    const outside = ["NODE_ENV", "BRON", "WACHTWOORD", "GEBRUIKER"];
    const settings = [...text.matchAll(/^([A-Z][A-Z_]+)=/gm), ...text.matchAll(/`([A-Z]+_[A-Z_]+)(?:=[^`]*)?`/g)].map(
      ([, name = ""]) => name,
    );
    expect(settings.filter((name) => !environment.includes(`  ${name}:`) && !outside.includes(name))).toEqual([]);
    const files = [...text.matchAll(/deploy\/[\w./-]+/g)].map(([file]) => file.replace(/[.:]$/, ""));
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  test("addresses are answered", () => {
    const known = new Set([...Object.keys(access), "/api/v1", "/metrics", "/mail/terug", "/readyz", "/healthz"]);
    const addresses = [...text.matchAll(/`(\/(?!etc|opt|var|backups|usr)[a-z][\w/-]*)`/g)].map(([, address = ""]) => address);
    expect(addresses.filter((address) => !known.has(address))).toEqual([]);
  });
});
