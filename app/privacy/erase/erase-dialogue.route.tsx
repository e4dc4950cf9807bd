import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByTeam } from "../../dialogue/access/asked.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import { dateTime } from "../../platform/time.ts";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice } from "../../ui/notice.tsx";
import { erasingWords } from "../messages/erasing.ts";
import type { Route } from "./+types/erase-dialogue.route.ts";
import { AskForm } from "./erase-ask.tsx";
import { askErasure, openErasures, sizeOf } from "./erase-dialogue.server.ts";
import { settle, settleForm } from "./erase-settle.server.ts";
import { SettleForms } from "./erase-settle.tsx";
import { isSecond, keptBecause } from "./erasing.ts";
import { sizeWords } from "./size-words.tsx";

const form = z.discriminatedUnion(
  "doen",
  [z.object({ doen: z.literal("ask"), reason: z.string().trim().min(1, "missing").max(300, "long") }), ...settleForm],
  { error: "missing" },
);

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const [[asked], size] = await Promise.all([openErasures(db, dialogue.id), sizeOf(db, dialogue.id)]);
  return {
    kept: keptBecause(dialogue),
    title: dialogue.title,
    asked: asked
      ? { name: asked.name, reason: asked.reason, askedAt: asked.askedAt, second: isSecond(asked, team.personId) }
      : null,
    size,
    told: new URL(request.url).searchParams.get("melding"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const sent = await request.formData();
  const read = readForm(form, sent);
  if (!read.ok) return data({ ...read, guarded: false, refused: null }, { status: 422 });
  const { value } = read;
  const at = { dialogueId: dialogue.id, by: team.personId };
  const no = (refused: string | null, status: number, guarded = false) =>
    data({ typed: { ...value } as Record<string, string>, errors: {}, guarded, refused }, { status });
  try {
    if (value.doen !== "ask") {
      const told = await settle(db, at, value);
      return redirect(told === "erased" ? "/team?melding=dialogue-erased" : `/team/${dialogue.slug}/wissen?melding=${told}`, 303);
    }
    if (objection(sent, ["reason"])) return no(null, 422, true);
    await askErasure(db, at, value.reason);
    return redirect(`/team/${dialogue.slug}/wissen?melding=asked`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.code, 409);
  }
}

/** What goes, who asked for it, and the deed of the second pair of eyes. */
export default function EraseDialogue({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(erasingWords);
  const locale = useLocale();
  const { kept, title, asked, size, told } = loaderData;
  const tolds: Readonly<Record<string, string>> = m.told;
  const refusals: Readonly<Record<string, string>> = m.refused;
  const no = actionData?.refused ?? kept;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead} />
      {told && !actionData && Object.hasOwn(tolds, told) ? (
        <Notice variant="success" live="polite">
          {tolds[told]}
        </Notice>
      ) : null}
      {no ? (
        <Notice variant="warn" live={actionData ? "at-once" : undefined}>
          {refusals[no] ?? m.refused.gone}
        </Notice>
      ) : null}
      <h2>{m.goes}</h2>
      <ul>
        {sizeWords(m, size).map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{m.further}</li>
      </ul>
      <h2>{m.stays}</h2>
      <p>{m.staysText}</p>
      {asked ? (
        <>
          <h2>{m.asked}</h2>
          <p>{m.askedBy({ name: asked.name, when: dateTime(asked.askedAt, locale) })}</p>
          <blockquote>{asked.reason}</blockquote>
          <SettleForms title={title} second={asked.second} typed={actionData?.typed} errors={actionData?.errors} />
        </>
      ) : kept ? null : (
        <AskForm typed={actionData?.typed} errors={actionData?.errors} guarded={actionData?.guarded ?? false} />
      )}
    </>
  );
}
