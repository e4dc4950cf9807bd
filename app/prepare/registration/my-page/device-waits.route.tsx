import { data, redirect } from "react-router";
import { servicesContext, visitContext } from "../../../dialogue/access/context.server.ts";
import { useWords } from "../../../language/words.ts";
import { ShortPage } from "../form/short-page.tsx";
import { registrationWords } from "../messages/registration.ts";
import type { Route } from "./+types/device-waits.route.ts";
import { homeOf } from "./join.server.ts";

export const handle = { script: false };

/** Where a device waits that is not confirmed yet; it looks again by itself, without script. */
export async function loader({ context }: Route.LoaderArgs) {
  const { guest } = context.get(visitContext);
  if (!guest) return data({ waits: false });
  if (!guest.confirmed) return data({ waits: true }, { headers: { Refresh: "10" } });
  const home = await homeOf(context.get(servicesContext).db, guest.deviceId);
  throw redirect(home ? `/mijn/${home.slug}` : "/", 303);
}

export const headers = ({ loaderHeaders }: Route.HeadersArgs) => loaderHeaders;

export default function DeviceWaits({ loaderData: { waits } }: Route.ComponentProps) {
  const m = useWords(registrationWords).device;
  if (!waits) return <ShortPage title={m.nowhereTitle} lead={m.nowhere} />;
  return (
    <ShortPage title={m.waitTitle} lead={m.wait}>
      <p>{m.waitNothing}</p>
    </ShortPage>
  );
}
