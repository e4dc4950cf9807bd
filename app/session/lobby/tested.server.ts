import { change, type Db } from "../../platform/database/change.server.ts";
import type { Environment } from "../../platform/environment.ts";
import type { DialogueId, PersonId, RegistrationId } from "../../platform/ids.ts";
import type { Doors, Findings } from "../../prepare/registration/connection/checked.ts";
import { connectionCheck } from "../../prepare/registration/tables.ts";

/** Keeps how the last test went: once for each person, whatever they tried before. */
export async function keepFindings(
  db: Db,
  mine: { readonly id: RegistrationId; readonly dialogueId: DialogueId; readonly personId: PersonId },
  findings: Findings,
): Promise<void> {
  const subject = { kind: "registration", id: mine.id };
  await change(db, { scope: mine.dialogueId, actor: { person: mine.personId }, what: "registration.test", subject }, (tx) =>
    tx
      .insert(connectionCheck)
      .values({ registrationId: mine.id, findings })
      .onConflictDoUpdate({ target: connectionCheck.registrationId, set: { findings, at: new Date() } }),
  );
}

/** What an IT department must let through. */
export function doorsOf(environment: Environment): Doors {
  const { protocol, hostname, port } = new URL(environment.origin);
  const { mediaPorts: ports, mediaPublicAddress } = environment;
  const site = { host: hostname, port: Number(port) || (protocol === "https:" ? 443 : 80) };
  const range = ports && (ports.from === ports.to ? String(ports.from) : `${ports.from}-${ports.to}`);
  const relay = environment.media ? { host: mediaPublicAddress ?? hostname, ports: range } : null;
  return { site, relay, turn: environment.media ? environment.iceServers.flatMap(({ urls }) => urls) : [] };
}
