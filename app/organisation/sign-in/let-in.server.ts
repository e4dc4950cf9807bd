import { addDevice } from "../../dialogue/people/devices.server.ts";
import type { SignInWay } from "../../dialogue/people/sign-in-way.ts";
import { device } from "../../dialogue/people/tables.ts";
import type { Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { Environment } from "../../platform/environment.ts";
import { cookie, readCookie } from "../../platform/http/cookie.server.ts";
import { deviceName } from "../../platform/http/device-name.ts";
import type { PersonId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import { hashOf } from "../../platform/secret.server.ts";

/** Somebody who comes in: on which device, which way, for how long. */
export interface Arrival {
  readonly device: string;
  /** What this browser was signed in with before, if it was. */
  readonly before: string | undefined;
  readonly way: SignInWay;
  readonly hours: number;
}

export const arrivalOf = (
  request: { readonly headers: { get(name: string): string | null } },
  environment: Pick<Environment, "teamSessionHours">,
  way: SignInWay,
): Arrival => ({
  device: deviceName(request.headers.get("user-agent")),
  before: readCookie(request.headers.get("cookie"), "bekend"),
  way,
  hours: environment.teamSessionHours,
});

/**
 * Signs somebody in, and tells them by mail when it is on a device that they did not use before; not the first time, when every
 * device is new. @returns the secret for the cookie
 */
export async function letIn(tx: Tx, personId: PersonId, arrival: Arrival): Promise<string> {
  const earlier = await tx
    .select({ tokenHash: device.tokenHash, distrusted: device.distrusted })
    .from(device)
    .where(matches(device, { personId, kind: "team" }));
  const before = arrival.before ? hashOf(arrival.before) : null;
  const isKnown = before !== null && earlier.some(({ tokenHash, distrusted }) => !distrusted && tokenHash.equals(before));
  const { id, token } = await addDevice(tx, "team", personId, {
    name: arrival.device,
    hours: arrival.hours,
    way: arrival.way,
  });
  if (earlier.length > 0 && !isKnown)
    await post(tx, { personId, kind: "team.new-device", event: `device:${id}`, details: { device: id } });
  return token;
}

const knownDays = 90;

/** The second cookie stays after signing out: it only tells that this browser was here before. */
export function signedIn(token: string, { hours }: Pick<Arrival, "hours">): Headers {
  const headers = new Headers();
  headers.append("Set-Cookie", cookie("team", token, { days: hours / 24 }));
  headers.append("Set-Cookie", cookie("bekend", token, { days: knownDays }));
  return headers;
}
