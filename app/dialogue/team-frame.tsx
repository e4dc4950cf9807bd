import type { ReactNode } from "react";
import { pageWords } from "../language/page.ts";
import { useWords } from "../language/words.ts";
import { Written } from "../ui/form/typed.tsx";
import { FooterLinks, LanguageSwitch, useLogo, useSiteName } from "../ui/frame.tsx";
import { TeamPage } from "../ui/layout/shell.tsx";
import type { Station } from "../ui/layout/spine.tsx";
import { dialogueWords } from "./messages/dialogue.ts";
import { teamWords } from "./messages/team.ts";
import type { TeamRole } from "./people/role.ts";
import "./team.css";

interface Props {
  readonly children: ReactNode;
  /** Absent outside a dialogue: the name of the site then. */
  readonly title?: string;
  readonly home?: string;
  readonly me?: { readonly role: TeamRole | null; readonly name: string } | undefined;
  /** Links beside the name. */
  readonly links?: ReactNode;
  readonly stations?: readonly Station[];
  readonly stationsSummary?: string;
  readonly bleed?: boolean;
}

/** A page of the team, in a dialogue or beside them. */
export function TeamFrame({ children, title, home = "/team", me, links, stations, stationsSummary, bleed }: Props) {
  const m = useWords(dialogueWords).frame;
  const page = useWords(pageWords);
  const roles = useWords(teamWords).roles;
  const siteName = useSiteName();
  return (
    <TeamPage
      skipText={page.skip}
      siteName={title ? <Written>{title}</Written> : siteName}
      logo={useLogo()}
      home={{ to: home }}
      me={me && { role: me.role ? roles[me.role] : "", name: me.name }}
      help={
        links && (
          <nav className="site-nav" aria-label={m.also}>
            {links}
          </nav>
        )
      }
      languageSwitch={<LanguageSwitch />}
      {...(stations ? { stations, stationsLabel: m.spine, stationsSummary } : {})}
      footer={<FooterLinks />}
      bleed={bleed}
    >
      {children}
    </TeamPage>
  );
}
