import type { Route } from "./+types/end-role.route.ts";
import { memberForm } from "./member.ts";
import { backToPeople, memberDeed } from "./member-deed.server.ts";
import { endRole } from "./members.server.ts";

export const loader = (arrived: Route.LoaderArgs) => backToPeople(arrived);

export const action = (arrived: Route.ActionArgs) =>
  memberDeed(arrived, memberForm, "ended", (db, at, { member }) => endRole(db, at, member));
