import { Outlet, useLocation } from "react-router";
import { visitContext } from "../context.ts";
import { TeamFrame } from "../dialogue/team-frame.tsx";
import { installationWords } from "../messages/installation.ts";
import { useWords } from "../messages/words.ts";
import { TextLink } from "../ui/text.tsx";
import type { Route } from "./+types/layout.route.ts";

export const loader = ({ context }: Route.LoaderArgs) => ({ name: context.get(visitContext).team?.name ?? "" });

const links = [
  ["/beheer", "overview"],
  ["/beheer/staat", "status"],
  ["/beheer/instellingen", "settings"],
  ["/beheer/verklaringen", "statements"],
  ["/beheer/mensen", "people"],
  ["/beheer/rollen", "whoMay"],
  ["/beheer/koppelingen", "connections"],
  ["/beheer/logboek", "audit"],
  ["/beheer/post", "mail"],
  ["/beheer/bewaren", "retention"],
  ["/beheer/wissen", "erasing"],
  ["/beheer/gebieden", "areas"],
  ["/team", "dialogues"],
] as const;

export default function InstallationLayout({ loaderData }: Route.ComponentProps) {
  const m = useWords(installationWords).nav;
  const { pathname } = useLocation();
  // a page below one of these is of it
  const [here] = links.findLast(([to]) => pathname === to || (to !== "/beheer" && pathname.startsWith(`${to}/`))) ?? [];
  return (
    <TeamFrame
      home="/beheer"
      me={{ name: loaderData.name, role: "administrator" }}
      links={links.map(([to, word]) => (
        <TextLink key={to} to={to} aria-current={to === here ? "page" : undefined}>
          {m[word]}
        </TextLink>
      ))}
    >
      <Outlet />
    </TeamFrame>
  );
}
