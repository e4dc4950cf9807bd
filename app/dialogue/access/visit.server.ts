import { type Locale, localeOf } from "../../language/locale.ts";
import { readCookie } from "../../platform/http/cookie.server.ts";
import type { Services } from "../../platform/services.server.ts";
import { findDevice, noteSeen } from "../people/devices.server.ts";
import { lacksKey } from "../people/key-duty.server.ts";
import type { Visit } from "./context.server.ts";

/** The reader's language, or the one that the installation has. */
const offered = (locale: Locale, languages: readonly Locale[]): Locale =>
  languages.includes(locale) ? locale : (languages[0] ?? locale);

/** Who asks: from the cookies of a request, page and socket alike. */
export async function visitOf(
  services: Pick<Services, "db" | "environment">,
  request: { headers: { get(name: string): string | null } },
  path: string,
  nonce: string,
): Promise<Visit> {
  const cookies = request.headers.get("cookie");
  const [team, guest] = await Promise.all([
    findDevice(services.db, "team", readCookie(cookies, "team"), services.environment.teamIdleHours),
    findDevice(services.db, "participant", readCookie(cookies, "mee")),
  ]);
  if (team) await noteSeen(services.db, team, new Date());
  const atDoor = team !== null && (await lacksKey(services.db, services.environment, team));
  return {
    nonce,
    path,
    locale: offered(
      localeOf(readCookie(cookies, "taal"), request.headers.get("accept-language")),
      services.environment.languages,
    ),
    team: team && { deviceId: team.id, personId: team.personId, name: team.name, atDoor },
    guest: guest && { deviceId: guest.id, personId: guest.personId, confirmed: guest.confirmed },
  };
}
