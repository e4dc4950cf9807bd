import type { Route } from "./+types/parties.route.ts";
import { changeList, showList } from "./list-edge.server.ts";
import { ListPage } from "./list-page.tsx";

export const loader = (arrived: Route.LoaderArgs) => showList(arrived, "party");
export const action = (arrived: Route.ActionArgs) => changeList(arrived, "party", "partijen");

export default function Parties({ loaderData, actionData }: Route.ComponentProps) {
  return <ListPage list="party" shown={loaderData} answer={actionData} />;
}
