import { index, type RouteConfig, route } from "@react-router/dev/routes";

/** Table of contents: every address. Who may enter stands in access.ts. */
export default [
  index("home/home.route.tsx"),
  route("taal", "home/language.route.ts"),
  route("toegankelijkheid", "home/accessibility.route.tsx"),
  route("oproep/:dialogue", "call/call.route.tsx"),
  route("oproep/:dialogue/privacy", "call/privacy.route.tsx"),
  route("oproep/:dialogue/beeld.png", "call/picture.route.ts"),
  route("claim/:token", "team/claim.route.tsx"),
  route("team", "team/dialogues.route.tsx"),
  route("team/aanmelden", "team/sign-in.route.tsx"),
  route("team/aanmelden/:token", "team/sign-in-link.route.tsx"),
  route("team/nieuw", "team/new-dialogue.route.tsx"),
  route("team/uitnodiging/:token", "team/invitation.route.tsx"),
  route("team/afmelden", "team/sign-out.route.ts"),
  route("team/:dialogue", "dialogue/layout.route.tsx", { id: "dialogue" }, [
    index("dialogue/overview.route.tsx"),
    route("team", "team/people.route.tsx"),
    route("team/herinneringen", "team/remind.route.ts"),
    route("team/rollen", "team/change-role.route.ts"),
    route("team/beeindigingen", "team/end-role.route.ts"),
    route("stand", "session/dialogue-state.route.tsx"),
    route("bijeenkomsten/nieuw", "session/plan-new.route.tsx"),
    route("bijeenkomsten/:session", "session/plan.route.tsx"),
    route("bijeenkomsten/:session/stand", "session/plan-state.route.tsx"),
    route("oproep", "call/edit.route.tsx"),
    route("inzichten", "insights/list.route.tsx"),
    route("draaiboek", "runsheet/first.route.ts"),
    route("draaiboek/:session", "runsheet/edit.route.tsx"),
  ]),
  ...(process.env.NODE_ENV === "development" ? [route("_ui", "ui/ui.route.tsx")] : []),
] satisfies RouteConfig;
