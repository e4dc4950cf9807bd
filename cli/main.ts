import { type Command, onOneLine } from "./command.ts";

const commands: Record<string, () => Promise<{ run: Command }>> = {
  analyse: () => import("./analyse.ts"),
  backup: () => import("./backup.ts"),
  claim: () => import("./claim.ts"),
  erase: () => import("./erase.ts"),
  export: () => import("./export.ts"),
  "forget-passkeys": () => import("./forget-passkeys.ts"),
  groups: () => import("./groups.ts"),
  guard: () => import("./guard.ts"),
  import: () => import("./import.ts"),
  "move-database": () => import("./move-database.ts"),
  restore: () => import("./restore.ts"),
  themes: () => import("./themes.ts"),
  "verify-audit": () => import("./verify-audit.ts"),
};

const [name = "", ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (load === undefined) refuse(`"${name}" is geen opdracht. Kies uit: ${Object.keys(commands).join(", ")}.`);
else {
  const outcome = await (await load()).run(args);
  if ("problem" in outcome) refuse(outcome.problem);
  else process.stdout.write(`${"json" in outcome ? JSON.stringify(outcome.json) : outcome.text}\n`);
}

function refuse(problem: string) {
  process.stderr.write(`${onOneLine(problem)}\n`);
  process.exitCode = 2;
}
