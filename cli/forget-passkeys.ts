import { forgetKeys } from "../app/organisation/sign-in/forget-keys.server.ts";
import type { Outcome } from "./command.ts";
import { withDatabase } from "./database.ts";

/** For an administrator who lost the only passkey that could let others in. */
export async function run(args: readonly string[]): Promise<Outcome> {
  const [mail] = args;
  if (args.length !== 1 || !mail) return { problem: "Gebruik: klankbord forget-passkeys E-MAILADRES" };
  return withDatabase(async (db): Promise<Outcome> => {
    if (!(await forgetKeys(db, "command", mail)))
      return { problem: "Er is niemand met dit e-mailadres en een toegangssleutel. Kijk of het klopt." };
    return { json: { forgotten: true } };
  });
}
