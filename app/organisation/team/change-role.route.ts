import { roleForm } from "../../dialogue/team/member.ts";
import { changeRole } from "../../dialogue/team/members.server.ts";
import type { Route } from "./+types/change-role.route.ts";
import { backToPeople, memberDeed } from "./member-deed.server.ts";

export const loader = (arrived: Route.LoaderArgs) => backToPeople(arrived);

export const action = (arrived: Route.ActionArgs) =>
  memberDeed(arrived, roleForm, "changed", (db, at, { member, role }) => changeRole(db, at, member, role));
