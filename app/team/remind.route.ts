import type { Route } from "./+types/remind.route.ts";
import { memberForm } from "./member.ts";
import { backToPeople, memberDeed } from "./member-deed.server.ts";
import { inviteAgain } from "./members.server.ts";

export const loader = (arrived: Route.LoaderArgs) => backToPeople(arrived);

export const action = (arrived: Route.ActionArgs) =>
  memberDeed(arrived, memberForm, "again", (db, at, { member }) => inviteAgain(db, at, member));
