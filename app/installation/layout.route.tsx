import { Outlet } from "react-router";
import { visitContext } from "../context.ts";
import { TeamFrame } from "../dialogue/team-frame.tsx";
import { installationWords } from "../messages/installation.ts";
import { useWords } from "../messages/words.ts";
import { TextLink } from "../ui/text.tsx";
import type { Route } from "./+types/layout.route.ts";

export const loader = ({ context }: Route.LoaderArgs) => ({ name: context.get(visitContext).team?.name ?? "" });

export default function InstallationLayout({ loaderData }: Route.ComponentProps) {
  const m = useWords(installationWords).nav;
  return (
    <TeamFrame
      home="/beheer"
      me={{ name: loaderData.name, role: "administrator" }}
      links={
        <>
          <TextLink to="/beheer">{m.overview}</TextLink>
          <TextLink to="/beheer/staat">{m.status}</TextLink>
          <TextLink to="/beheer/instellingen">{m.settings}</TextLink>
          <TextLink to="/beheer/verklaringen">{m.statements}</TextLink>
          <TextLink to="/beheer/mensen">{m.people}</TextLink>
          <TextLink to="/beheer/rollen">{m.whoMay}</TextLink>
          <TextLink to="/beheer/koppelingen">{m.connections}</TextLink>
          <TextLink to="/beheer/logboek">{m.audit}</TextLink>
          <TextLink to="/beheer/post">{m.mail}</TextLink>
          <TextLink to="/beheer/bewaren">{m.retention}</TextLink>
          <TextLink to="/beheer/wissen">{m.erasing}</TextLink>
          <TextLink to="/beheer/gebieden">{m.areas}</TextLink>
          <TextLink to="/team">{m.dialogues}</TextLink>
        </>
      }
    >
      <Outlet />
    </TeamFrame>
  );
}
