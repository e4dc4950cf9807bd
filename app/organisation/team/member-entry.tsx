import { Form } from "react-router";
import { teamWords } from "../../dialogue/messages/team.ts";
import { dialogueRoles, type GivenRole } from "../../dialogue/team/member.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateShort } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/form/select.tsx";
import { Tag } from "../../ui/tag.tsx";

interface RoleView {
  readonly id: string;
  readonly role: GivenRole;
  readonly invitedAt: Date;
  readonly joined: boolean;
}
export interface MemberView {
  readonly name: string;
  readonly mail: string | null;
  readonly you: boolean;
  readonly roles: readonly RoleView[];
}
interface Props {
  readonly one: MemberView;
  readonly organises: boolean;
  /** Address of the list. */
  readonly home: string;
  /** Of the installation: its roles have other names, and do not change into one another. */
  readonly installation?: boolean;
}

/** A person of the team with their roles. */
export function MemberEntry({ one, organises, home, installation = false }: Props) {
  const words = useWords(teamWords);
  const m = words.people;
  const roles: Readonly<Record<string, string>> = installation ? words.installationRoles : words.roles;
  const locale = useLocale();
  return (
    <>
      <h2 className="entry-name">
        {one.name || one.mail}
        {one.you && <span className="quiet"> ({m.you})</span>}
      </h2>
      {one.mail && <p className="small quiet">{one.mail}</p>}
      <ul className="plain">
        {one.roles.map((held) => (
          <li key={held.id} className="member-role">
            <span>{roles[held.role]}</span>{" "}
            <Tag tone={held.joined ? "good" : "calm"}>
              {held.joined ? m.joined : m.invited({ date: dateShort(held.invitedAt, locale) })}
            </Tag>
            {organises && (
              <RoleDeeds held={held} role={roles[held.role] ?? held.role} name={one.name} home={home} fixed={installation} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface DeedsProps {
  readonly held: RoleView;
  readonly role: string;
  readonly name: string;
  readonly home: string;
  readonly fixed: boolean;
}

function RoleDeeds({ held, role, name, home, fixed }: DeedsProps) {
  const { people: m, roles } = useWords(teamWords);
  const others = dialogueRoles.filter((other) => other !== held.role);
  return (
    <>
      {!held.joined && (
        <Form method="post" action={`${home}/herinneringen`}>
          <Button variant="quiet" size="small" name="member" value={held.id}>
            {m.again}
          </Button>
        </Form>
      )}
      <details className="member-change">
        <summary>
          {m.change} <span className="visually-hidden">({m.changeOf({ name, role })})</span>
        </summary>
        {!fixed && (
          <Form method="post" action={`${home}/rollen`} className="inline-form">
            <input type="hidden" name="member" value={held.id} />
            <Select
              id={`role-${held.id}`}
              name="role"
              label={m.newRole}
              options={others.map((other) => ({ value: other, label: roles[other] }))}
            />
            <Button variant="secondary">{m.save}</Button>
          </Form>
        )}
        <p className="small">{m.endText}</p>
        <Form method="post" action={`${home}/beeindigingen`}>
          <Button variant="secondary" danger name="member" value={held.id}>
            {m.end}
          </Button>
        </Form>
      </details>
    </>
  );
}
