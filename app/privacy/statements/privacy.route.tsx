import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import type { Route } from "./+types/privacy.route.ts";
import { PublicStatement } from "./public-statement.tsx";
import { findStatement } from "./statements.server.ts";

export const handle = { script: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { text, kept } = await findStatement(context.get(servicesContext), "privacy", context.get(visitContext).locale);
  return { text, at: kept?.at ?? null };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <PublicStatement kind="privacy" {...loaderData} />;
}
