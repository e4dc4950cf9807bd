import type { Route } from "./+types/fields.route.ts";
import { changeList, showList } from "./list-edge.server.ts";
import { ListPage } from "./list-page.tsx";

export const loader = (arrived: Route.LoaderArgs) => showList(arrived, "field");
export const action = (arrived: Route.ActionArgs) => changeList(arrived, "field", "vakgebieden");

export default function Fields({ loaderData, actionData }: Route.ComponentProps) {
  return <ListPage list="field" shown={loaderData} answer={actionData} />;
}
