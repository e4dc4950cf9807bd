import { servicesContext } from "../../dialogue/access/context.server.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { useWords } from "../../language/words.ts";
import { PublicFrame, useSiteName } from "../../ui/frame.tsx";
import type { Route } from "./+types/signed-out.route.ts";
import { endAddress } from "./oidc-client.server.ts";

export const handle = { script: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { oidc, origin } = context.get(servicesContext).environment;
  return { name: oidc?.name ?? null, end: oidc ? await endAddress(oidc, origin) : null };
}

/** A link, since a form of ours may not lead to another site; and because a colleague may want to stay signed in elsewhere. */
export default function SignedOut({ loaderData }: Route.ComponentProps) {
  const m = useWords(teamWords).oidc;
  const site = useSiteName();
  const { name, end } = loaderData;
  return (
    <PublicFrame>
      <title>{m.outTitle}</title>
      <h1>{m.outTitle}</h1>
      <p>{m.out({ site })}</p>
      {end && (
        <p>
          <a href={end}>{m.outThere({ name: name ?? m.organisation })}</a>
        </p>
      )}
      <p>
        <a href="/team/aanmelden">{m.inAgain}</a>
      </p>
    </PublicFrame>
  );
}
