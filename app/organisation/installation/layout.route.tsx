import { Outlet, useLocation } from "react-router";
import { visitContext } from "../../dialogue/access/context.server.ts";
import { installationWords } from "../../dialogue/messages/installation.ts";
import { TeamFrame } from "../../dialogue/team-frame.tsx";
import { useWords } from "../../language/words.ts";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import type { Route } from "./+types/layout.route.ts";

export const loader = ({ context }: Route.LoaderArgs) => ({ name: context.get(visitContext).team?.name ?? "" });

/** What is looked at often; the rest stands behind a word, so that a phone shows the page and not the links. */
const often = [
  ["/beheer", "overview"],
  ["/beheer/staat", "status"],
  ["/beheer/post", "mail"],
  ["/beheer/mensen", "people"],
  ["/beheer/instellingen", "settings"],
] as const;
const rest = [
  ["/beheer/verklaringen", "statements"],
  ["/beheer/rollen", "whoMay"],
  ["/beheer/koppelingen", "connections"],
  ["/beheer/logboek", "audit"],
  ["/beheer/bewaren", "retention"],
  ["/beheer/wissen", "erasing"],
  ["/beheer/gebieden", "areas"],
  ["/team", "dialogues"],
] as const;

export default function InstallationLayout({ loaderData }: Route.ComponentProps) {
  const m = useWords(installationWords).nav;
  const { pathname } = useLocation();
  // a page below one of these is of it
  const [here] =
    [...often, ...rest].findLast(([to]) => pathname === to || (to !== "/beheer" && pathname.startsWith(`${to}/`))) ?? [];
  const link = ([to, word]: (typeof often | typeof rest)[number]) => (
    <TextLink key={to} to={to} aria-current={to === here ? "page" : undefined}>
      {m[word]}
    </TextLink>
  );
  return (
    <TeamFrame
      home="/beheer"
      me={{ name: loaderData.name, role: "administrator" }}
      links={
        <>
          {[...often, ...rest.filter(([to]) => to === here)].map(link)}
          <Disclosure key={pathname} summary={m.more}>
            <div className="nav-more">{rest.filter(([to]) => to !== here).map(link)}</div>
          </Disclosure>
        </>
      }
    >
      <Outlet />
    </TeamFrame>
  );
}
