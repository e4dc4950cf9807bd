import type { Route } from "./+types/end-role.route.ts";
import { memberForm } from "./member.ts";
import { backToTeam, memberDeed } from "./member-deed.server.ts";
import { endRole } from "./members.server.ts";

export const loader = ({ params }: Route.LoaderArgs) => backToTeam(params);

export const action = (arrived: Route.ActionArgs) =>
  memberDeed(arrived, memberForm, "ended", (db, at, { member }) => endRole(db, at, member));
