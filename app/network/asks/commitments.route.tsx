import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { CommitmentId } from "../../platform/ids.ts";
import { dateLong } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import { listThemes } from "../library/practices.server.ts";
import { networkWords } from "../messages/network.ts";
import { findMember } from "../people/members.server.ts";
import type { Route } from "./+types/commitments.route.ts";
import { commitmentEvents, commitmentProse, commitmentShape, isPast } from "./commitment.ts";
import { CommitmentForm } from "./commitment-form.tsx";
import { addCommitment, listOwnCommitments, listShared, moveCommitment } from "./commitments.server.ts";
import "../start/network.css";
import { NetworkPage } from "../start/network-page.tsx";

export const handle = { script: false, small };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, guest, db } = askedByGuest(context);
  const at = { dialogueId: dialogue.id, personId: guest.personId };
  const [own, shared, themes, member] = await Promise.all([
    listOwnCommitments(db, at),
    listShared(db, dialogue.id),
    listThemes(db, dialogue.id),
    findMember(db, at),
  ]);
  return {
    own: own.map(({ id, what, withWhom, due, state, themeId }) => ({
      ...{ id, what, withWhom, due, state },
      theme: themes.find((one) => one.id === themeId)?.name ?? "",
    })),
    others: shared.filter(({ id }) => !own.some((one) => one.id === id)),
    themes,
    id: crypto.randomUUID() as string,
    draft: { of: at.personId, kept: own.map(({ id }) => id) },
    today: new Date().toISOString().slice(0, 10),
    done: new URL(request.url).searchParams.get("gedaan"),
    member: member !== null,
    slug: dialogue.slug,
    title: dialogue.title,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, guest, db } = askedByGuest(context);
  const at = { dialogueId: dialogue.id, personId: guest.personId };
  const form = await request.formData();
  const one = (name: string) => String(form.get(name) ?? "");
  const id = z.uuid().safeParse(one("id"));
  if (!id.success) throw data("missing", { status: 400 });
  const typed = {
    ...{ id: id.data as string, what: one("what"), withWhom: one("withWhom"), due: one("due") },
    ...{ theme: one("theme"), shared: form.has("shared") },
  };
  const no = (status: number, trouble: { errors?: Readonly<Record<string, string>>; guarded?: boolean; refused?: string }) =>
    data({ typed: form.has("stap") ? null : typed, errors: {}, guarded: false, refused: null, ...trouble }, { status });
  const home = `/mijn/${dialogue.slug}/toezeggingen`;
  try {
    if (form.has("stap")) {
      const event = commitmentEvents.find((each) => each === form.get("stap"));
      if (!event) throw data("missing", { status: 400 });
      await moveCommitment(db, at, id.data as CommitmentId, event);
      return redirect(`${home}?gedaan=${event}`, 303);
    }
    const read = readForm(commitmentShape, form);
    if (!read.ok) return no(422, { errors: read.errors });
    if (isPast(read.value.due, new Date())) return no(422, { errors: { due: "past" } });
    if (objection(form, commitmentProse)) return no(422, { guarded: true });
    await addCommitment(db, at, id.data as CommitmentId, read.value);
    return redirect(`${home}?gedaan=add`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, { refused: error.code });
  }
}

const wayOut = { open: ["keep", "drop"], kept: ["reopen"], dropped: ["reopen"] } as const;

export default function CommitmentsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const words = useWords(networkWords);
  const m = words.commitments;
  const locale = useLocale();
  const day = (due: string) => dateLong(new Date(`${due}T12:00:00Z`), locale);
  const said = page.done === null || actionData ? undefined : m.done[page.done];
  return (
    <NetworkPage title={m.title} of={page.title} lead={m.lead} slug={page.slug} here="commitments" member={page.member}>
      {said ? <Notice variant="success">{said}</Notice> : null}
      {actionData?.refused ? <Refusal>{words.refused[actionData.refused] ?? words.refused.gone}</Refusal> : null}
      {page.own.length === 0 ? <Empty title={m.none}>{m.noneText}</Empty> : null}
      <ul className="matches">
        {page.own.map((one) => (
          <li key={one.id}>
            <Typed as="strong">{one.what}</Typed>
            <span className="small quiet why">
              {[m.by({ day: day(one.due) }), one.withWhom ? m.with({ who: one.withWhom }) : "", one.theme]
                .filter(Boolean)
                .join(". ")}
            </span>
            <form method="post" className="row-actions">
              <input type="hidden" name="id" value={one.id} />
              {one.state === "open" ? (
                <Tag tone={one.due < page.today ? "warn" : "calm"}>{one.due < page.today ? m.late : m.states.open}</Tag>
              ) : (
                <Tag tone={one.state === "kept" ? "good" : "plain"}>{m.states[one.state]}</Tag>
              )}
              {wayOut[one.state].map((event) => (
                <Button
                  key={event}
                  name="stap"
                  value={event}
                  size="small"
                  variant="secondary"
                  aria-label={`${m.moves[event]}: ${one.what}`}
                >
                  {m.moves[event]}
                </Button>
              ))}
            </form>
          </li>
        ))}
      </ul>
      <Rail id="nieuw" heading={m.add}>
        <CommitmentForm
          typed={actionData?.typed ?? { id: page.id, what: "", withWhom: "", due: "", theme: "", shared: false }}
          errors={actionData?.errors ?? {}}
          guarded={actionData?.guarded ?? false}
          draft={page.draft}
          back={Boolean(actionData?.typed)}
          themes={page.themes}
        />
      </Rail>
      {page.others.length > 0 ? (
        <Rail id="anderen" heading={m.others}>
          <ul className="matches">
            {page.others.map((one) => (
              <li key={one.id}>
                <Typed>{one.what}</Typed>
                <span className="small quiet why">
                  {[one.by, m.by({ day: day(one.due) }), one.theme ?? "", m.states[one.state]].filter(Boolean).join(". ")}
                </span>
              </li>
            ))}
          </ul>
        </Rail>
      ) : null}
    </NetworkPage>
  );
}
