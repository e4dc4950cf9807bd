import { memberForm } from "../../dialogue/team/member.ts";
import { endRole } from "../../dialogue/team/members.server.ts";
import type { Route } from "./+types/end-role.route.ts";
import { backToPeople, memberDeed } from "./member-deed.server.ts";

export const loader = (arrived: Route.LoaderArgs) => backToPeople(arrived);

export const action = (arrived: Route.ActionArgs) =>
  memberDeed(arrived, memberForm, "ended", (db, at, { member }) => endRole(db, at, member));
