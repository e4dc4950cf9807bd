import { Form } from "react-router";
import { teamWords } from "../../dialogue/messages/team.ts";
import { useWords } from "../../language/words.ts";
import { errorLines, errorOf, fieldOf } from "../../platform/http/error-words.ts";
import { erasingWords } from "../../privacy/messages/erasing.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { type Choice, RadioGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { MemberEntry, type MemberView } from "./member-entry.tsx";

interface Props {
  readonly heading: string;
  readonly lead: string;
  /** Address of the page. */
  readonly home: string;
  readonly shown: {
    readonly organises: boolean;
    readonly told: string | null;
    readonly people: readonly (MemberView & { readonly key: string })[];
  };
  readonly answer:
    | { readonly errors: Readonly<Record<string, string>>; readonly typed: Readonly<Record<string, string>> }
    | undefined;
  readonly choices: readonly Choice[];
  readonly installation?: boolean;
}

const good: readonly string[] = ["invited", "added", "again", "changed", "ended", "keys-gone"];

/** Who is in the team, and asking somebody into it. */
export function PeoplePage({ heading, lead, home, shown, answer, choices, installation = false }: Props) {
  const { people: m, problem } = useWords(teamWords);
  const { organises, people, told } = shown;
  const errors = errorLines(m.errors, answer?.errors);
  const typed = answer?.typed ?? {};
  const word = told && told in m.told ? m.told[told as keyof typeof m.told] : null;
  return (
    <>
      <PageHead title={heading} lead={lead} />
      {word && !answer && (
        <Notice variant={good.includes(told ?? "") ? "success" : "warn"} live="polite">
          {word}
        </Notice>
      )}
      <ErrorSummary heading={problem} errors={errors} />
      <ul className="entries">
        {people.map((one) => (
          <li key={one.key}>
            <MemberEntry one={one} organises={organises} home={home} installation={installation} />
          </li>
        ))}
      </ul>
      {organises && (
        <Rail id="uitnodigen" heading={m.invite}>
          <Form method="post" noValidate key={told}>
            <TextField {...fieldOf("name", m, typed, errors)} required />
            <TextField {...fieldOf("mail", m, typed, errors)} type="email" hint={m.mailHint} required />
            <RadioGroup
              name="role"
              legend={m.role}
              defaultValue={typed.role}
              error={errorOf(errors, "role")}
              choices={choices}
              required
            />
            <Button>{m.send}</Button>
          </Form>
        </Rail>
      )}
      {installation && <LostKey />}
      {installation && <EraseSomebody />}
    </>
  );
}

/** For the administrator: whose passkey is gone gets a new start. */
function LostKey() {
  const { installation: m, people } = useWords(teamWords);
  return (
    <Rail id="sleutels" heading={m.lostKey}>
      <p>{m.lostKeyText}</p>
      <Form method="post" action="/beheer/mensen/sleutels">
        <TextField id="lost-mail" name="mail" type="email" label={people.mail} required />
        <Button variant="secondary" danger>
          {m.forgetKeys}
        </Button>
      </Form>
    </Rail>
  );
}

/** For the administrator: who died or left is taken away. */
function EraseSomebody() {
  const m = useWords(erasingWords).other;
  return (
    <Rail id="wissen" heading={m.title}>
      <p>{m.lead}</p>
      <p>
        <TextLink to="/beheer/mensen/wissen">{m.title}</TextLink>
      </p>
    </Rail>
  );
}
