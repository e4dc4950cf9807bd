import { memberForm } from "../../dialogue/team/member.ts";
import { inviteAgain } from "../../dialogue/team/members.server.ts";
import type { Route } from "./+types/remind.route.ts";
import { backToPeople, memberDeed } from "./member-deed.server.ts";

export const loader = (arrived: Route.LoaderArgs) => backToPeople(arrived);

export const action = (arrived: Route.ActionArgs) =>
  memberDeed(arrived, memberForm, "again", (db, at, { member }) => inviteAgain(db, at, member));
