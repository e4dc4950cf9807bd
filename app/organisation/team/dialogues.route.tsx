import { Form } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { dialogueWords } from "../../dialogue/messages/dialogue.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { TeamFrame } from "../../dialogue/team-frame.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTimeRange } from "../../platform/time.ts";
import { erasingWords } from "../../privacy/messages/erasing.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Written, WrittenIn } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Route } from "./+types/dialogues.route.ts";
import { dialoguesOf } from "./dialogues.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { team } = context.get(visitContext);
  const { roles } = context.get(placeContext);
  return {
    erased: new URL(request.url).searchParams.get("melding") === "dialogue-erased",
    name: team?.name ?? "",
    mayCreate: roles.has("creator"),
    mayAdminister: roles.has("administrator"),
    dialogues: team ? await dialoguesOf(context.get(servicesContext).db, team.personId, new Date()) : [],
  };
}

export default function Dialogues({ loaderData }: Route.ComponentProps) {
  const words = useWords(teamWords);
  const m = words.home;
  const erasing = useWords(erasingWords);
  const { erased, name, dialogues, mayCreate, mayAdminister } = loaderData;
  const begin = mayCreate && <LinkButton to="/team/nieuw">{m.newDialogue}</LinkButton>;
  return (
    <TeamFrame me={{ name, role: null }} links={mayAdminister && <TextLink to="/beheer">{m.installation}</TextLink>}>
      <title>{m.title}</title>
      <PageHead title={m.title} />
      {erased && (
        <Notice variant="success" live="polite">
          {erasing.told.erased}
        </Notice>
      )}
      {dialogues.length === 0 ? (
        <Empty title={mayCreate ? m.none : m.noneYours} action={begin} />
      ) : (
        <>
          <ul className="entries">
            {dialogues.map((one) => (
              <li key={one.slug}>
                <DialogueEntry one={one} />
              </li>
            ))}
          </ul>
          {begin && <div className="actions">{begin}</div>}
        </>
      )}
      <Rail id="account" heading={m.account}>
        <p>
          {m.signedInAs({ name })}. <TextLink to="/team/account">{m.toAccount}</TextLink>
        </p>
        <Form method="post" action="/team/afmelden" className="row-actions">
          <Button variant="secondary">{m.signOut}</Button>
          <Button variant="quiet" name="everywhere" value="1">
            {m.signOutEverywhere}
          </Button>
        </Form>
      </Rail>
    </TeamFrame>
  );
}

function DialogueEntry({ one }: { one: Route.ComponentProps["loaderData"]["dialogues"][number] }) {
  const m = useWords(teamWords);
  const states = useWords(dialogueWords).states;
  const locale = useLocale();
  return (
    <>
      <div className="entry-head">
        <h2>
          <TextLink to={`/team/${one.slug}`}>
            <WrittenIn language={one.language}>
              <Written>{one.title}</Written>
            </WrittenIn>
          </TextLink>
        </h2>
        <Tag tone={one.state === "open" ? "now" : one.state === "archived" ? "plain" : "calm"}>{states[one.state]}</Tag>
      </div>
      <p className="small quiet sentence">
        {one.next ? dateTimeRange(one.next.startsAt, one.next.endsAt, locale) : m.home.noSession}
        {". "}
        {m.home.roles({ roles: one.roles.map((role) => m.roles[role]) })}.
      </p>
    </>
  );
}
