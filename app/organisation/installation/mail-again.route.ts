import { redirect } from "react-router";
import type { Route } from "./+types/mail-again.route.ts";
import { mailAgain } from "./mail-edge.server.ts";

export const loader = () => redirect("/beheer/post", 303);
export const action = (arrived: Route.ActionArgs) => mailAgain(arrived, null, "/beheer/post");
