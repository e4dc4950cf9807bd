import type { Route } from "./+types/remind.route.ts";
import { memberForm } from "./member.ts";
import { backToTeam, memberDeed } from "./member-deed.server.ts";
import { inviteAgain } from "./members.server.ts";

export const loader = ({ params }: Route.LoaderArgs) => backToTeam(params);

export const action = (arrived: Route.ActionArgs) =>
  memberDeed(arrived, memberForm, "again", (db, at, { member }) => inviteAgain(db, at, member));
