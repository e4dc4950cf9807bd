import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { useWords } from "../../language/words.ts";
import { errorLines, errorOf, fieldOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import { mailAddress } from "../../platform/mail/mail-address.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, RadioGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { erasingWords } from "../messages/erasing.ts";
import type { Route } from "./+types/erase-other.route.ts";
import { eraseOther, findOther } from "./erase-other.server.ts";
import { erasedBecause } from "./erase-other.ts";

const form = z.discriminatedUnion(
  "doen",
  [
    z.object({ doen: z.literal("find"), mail: mailAddress }),
    z.object({
      doen: z.literal("erase"),
      mail: mailAddress,
      because: z.enum(erasedBecause, "missing"),
      sure: z.literal("ja", "missing"),
    }),
  ],
  { error: "missing" },
);

export function loader({ request }: Route.LoaderArgs) {
  return { done: new URL(request.url).searchParams.get("melding") === "erased" };
}

/** The address is in no link: it would stay in histories and logs. */
export async function action({ context, request }: Route.ActionArgs) {
  const { team, db } = askedBySignedIn(context);
  const read = readForm(form, await request.formData());
  const mail = read.ok ? read.value.mail : (mailAddress.safeParse(read.typed.mail).data ?? "");
  const answer = async (refused: string | null, status: number) =>
    data({ ...errorsOf(read), found: await findOther(db, mail), refused }, { status });
  if (!read.ok) return answer(null, 422);
  if (read.value.doen === "find") return (await findOther(db, mail)) ? answer(null, 200) : answer("nobody", 422);
  try {
    await eraseOther(db, team.personId, mail, read.value.because);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return answer(error.code, error.status);
  }
  return redirect("/beheer/mensen/wissen?melding=erased", 303);
}

type Read = ReturnType<typeof readForm<typeof form>>;
const errorsOf = (
  read: Read,
): { readonly errors: Readonly<Record<string, string>>; readonly typed: Readonly<Record<string, string>> } =>
  read.ok ? { errors: {}, typed: { ...read.value } } : { errors: read.errors, typed: read.typed };

/** For the administrator: somebody who died or left is taken away, with all that tells of them. */
export default function EraseOther({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(erasingWords);
  const m = words.other;
  const refusals: Readonly<Record<string, string>> = m.refused;
  const found = actionData?.found ?? null;
  const typed = actionData?.typed ?? {};
  const errors = errorLines(m.errors, actionData?.errors);
  return (
    <>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.lead} />
      {loaderData.done && !actionData ? (
        <Notice variant="success" live="polite">
          {m.done}
        </Notice>
      ) : null}
      {actionData?.refused ? <Refusal>{refusals[actionData.refused] ?? m.refused.nobody}</Refusal> : null}
      <ErrorSummary heading={m.summary} errors={errors} />
      {found ? (
        <Form method="post" noValidate>
          <input type="hidden" name="mail" value={found.mail} />
          <p>
            <strong className="as-typed">{found.mail}</strong>
          </p>
          <h2>{words.goes}</h2>
          <ul>
            <li>{m.dialogues({ n: found.dialogues })}</li>
            <li>{m.contributions({ n: found.contributions })}</li>
            {found.inNetwork ? <li>{m.network}</li> : null}
            {found.inTeam ? <li>{m.team}</li> : null}
          </ul>
          <p>{m.stays}</p>
          <RadioGroup
            name="because"
            legend={m.because}
            hint={m.becauseHint}
            defaultValue={typed.because}
            error={errorOf(errors, "because")}
            choices={erasedBecause.map((value) => ({ value, label: m.reasons[value] }))}
            required
          />
          <Checkbox name="sure" value="ja" label={m.sure} error={errorOf(errors, "sure")} />
          <p className="actions">
            <Button name="doen" value="erase" danger>
              {m.button}
            </Button>
            <TextLink to="/beheer/mensen/wissen">{m.another}</TextLink>
          </p>
        </Form>
      ) : (
        <Form method="post" noValidate>
          <TextField {...fieldOf("mail", m, typed, errors)} type="email" autoComplete="off" hint={m.mailHint} required />
          <p className="actions">
            <Button name="doen" value="find" variant="secondary">
              {m.find}
            </Button>
            <TextLink to="/beheer/mensen">{m.back}</TextLink>
          </p>
        </Form>
      )}
    </>
  );
}
