import { data, redirect } from "react-router";
import { z } from "zod";
import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { dateTime } from "../../platform/time.ts";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { erasingWords } from "../messages/erasing.ts";
import type { Route } from "./+types/erasures.route.ts";
import { openErasures, sizeOf } from "./erase-dialogue.server.ts";
import { settle, settleForm } from "./erase-settle.server.ts";
import { SettleForms } from "./erase-settle.tsx";
import { isSecond } from "./erasing.ts";
import { sizeWords } from "./size-words.tsx";

const dialogue = z.uuid("missing").transform((value) => value as DialogueId);
const form = z.discriminatedUnion("doen", [settleForm[0].extend({ dialogue }), settleForm[1].extend({ dialogue })], {
  error: "missing",
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { team, db } = askedBySignedIn(context);
  const open = await openErasures(db);
  return {
    open: await Promise.all(
      open.map(async ({ id: _, askedBy, ...one }) => ({
        ...one,
        second: isSecond({ askedBy }, team.personId),
        size: await sizeOf(db, one.dialogueId),
      })),
    ),
    told: new URL(request.url).searchParams.get("melding"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { team, db } = askedBySignedIn(context);
  const read = readForm(form, await request.formData());
  if (!read.ok) return data({ ...read, refused: null }, { status: 422 });
  const { dialogue: dialogueId, ...what } = read.value;
  try {
    return redirect(`/beheer/wissen?melding=${await settle(db, { dialogueId, by: team.personId }, what)}`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const typed: Record<string, string> = { dialogue: dialogueId, ...("title" in what ? { title: what.title } : {}) };
    return data({ typed, errors: {}, refused: error.code }, { status: 409 });
  }
}

/** For the administrator: which dialogues somebody wants erased. */
export default function Erasures({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(erasingWords);
  const locale = useLocale();
  const { open, told } = loaderData;
  const tolds: Readonly<Record<string, string>> = m.told;
  const refusals: Readonly<Record<string, string>> = m.refused;
  return (
    <>
      <title>{m.list}</title>
      <PageHead title={m.list} lead={m.listLead} />
      {told && !actionData && Object.hasOwn(tolds, told) ? (
        <Notice variant="success" live="polite">
          {tolds[told]}
        </Notice>
      ) : null}
      {actionData?.refused ? <Refusal>{refusals[actionData.refused] ?? m.refused.gone}</Refusal> : null}
      {open.length === 0 ? <p>{m.none}</p> : null}
      <ul className="entries">
        {open.map((one) => {
          const here = actionData?.typed.dialogue === one.dialogueId;
          return (
            <li key={one.dialogueId}>
              <h2>{one.title}</h2>
              <p>{m.askedBy({ name: one.name, when: dateTime(one.askedAt, locale) })}</p>
              <blockquote>{one.reason}</blockquote>
              <p className="small quiet">{sizeWords(m, one.size).join(" ")}</p>
              <SettleForms
                title={one.title}
                second={one.second}
                dialogue={one.dialogueId}
                typed={here ? actionData?.typed : undefined}
                errors={here ? actionData?.errors : undefined}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
