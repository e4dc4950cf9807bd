import type { Route } from "./+types/change-role.route.ts";
import { roleForm } from "./member.ts";
import { backToPeople, memberDeed } from "./member-deed.server.ts";
import { changeRole } from "./members.server.ts";

export const loader = (arrived: Route.LoaderArgs) => backToPeople(arrived);

export const action = (arrived: Route.ActionArgs) =>
  memberDeed(arrived, roleForm, "changed", (db, at, { member, role }) => changeRole(db, at, member, role));
