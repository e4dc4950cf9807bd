import { data, redirect, useNavigation } from "react-router";
import { z } from "zod";
import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { BlockId } from "../../platform/ids.ts";
import { cleanLine, textLength } from "../../platform/text.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Refusal } from "../../ui/notice.tsx";
import { findGrounds, listGroundThemes } from "../gather/grounds.server.ts";
import { isPlace } from "../read/places.ts";
import { blockLimit } from "../write/block.ts";
import { findBlock, saveBlock } from "../write/blocks.server.ts";
import type { Route } from "./+types/proposal.route.ts";
import { proposalWords } from "./messages/proposal.ts";
import { mostGiven, withSentence } from "./proposal.ts";
import { AskForm, Proposed } from "./proposal-forms.tsx";
import { proposeSentence } from "./proposer.server.ts";
import "../write/blocks.css";

/** Only where an installation has a model: everything works without. */
function modelOf({ context, params }: Pick<Route.LoaderArgs, "context" | "params">) {
  const { dialogue } = context.get(placeContext);
  const { db, environment, log } = context.get(servicesContext);
  const id = z.uuid().safeParse(params.block);
  if (!dialogue || !id.success || !environment.llm) throw data("missing", { status: 404 });
  return { dialogue, db, log, model: environment.llm, id: id.data as BlockId };
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { dialogue, db, model, id } = modelOf({ context, params });
  const block = await findBlock(db, dialogue.id, id);
  if (!block || block.removedAt) throw data("missing", { status: 404 });
  const query = new URL(request.url).searchParams;
  const theme = query.get("thema") ?? "";
  const search = theme ? "" : (query.get("zoek") ?? "").trim().slice(0, 200);
  const { found, more } = await findGrounds(db, dialogue.id, { search, theme, chosen: [] });
  const themes = await listGroundThemes(db, dialogue.id);
  return { id, model: model.name, host: new URL(model.url).host, theme, search, found, more, themes };
}

const numbersIn = (form: FormData) => [
  ...new Set(form.getAll("bijdrage").flatMap((one) => (/^[1-9]\d{0,6}$/.test(String(one)) ? Number(one) : []))),
];

export async function action({ context, params, request }: Route.ActionArgs) {
  const { dialogue, db, log, model, id } = modelOf({ context, params });
  const { team } = askedBySignedIn(context);
  const form = await request.formData();
  const numbers = numbersIn(form);
  // read anew: what was withdrawn meanwhile is neither sent nor named
  const { chosen } = await findGrounds(db, dialogue.id, { search: "", theme: null, chosen: numbers.slice(0, mostGiven) });
  const given = chosen.flatMap(({ number, text, gone }) => (gone ? [] : [{ number, text }]));
  const no = (status: number, trouble: "none" | "many" | "long" | "guarded" | "changed", sentence = "") =>
    data({ trouble, sentence, given, proposal: null }, { status });
  if (given.length === 0) return no(422, "none");
  if (numbers.length > mostGiven) return no(422, "many");
  if (form.get("doen") !== "neem") {
    const proposal = await proposeSentence(model, given, log);
    return data({ trouble: null, sentence: "", given, proposal });
  }
  const sentence = cleanLine(String(form.get("zin") ?? ""));
  if (sentence === "" || textLength(sentence) > 600) return no(422, "long", sentence);
  if (objection(form, ["zin"])) return no(422, "guarded", sentence);
  const block = await findBlock(db, dialogue.id, id);
  if (!block || block.removedAt || !isPlace(block.place)) throw data("missing", { status: 404 });
  const text = withSentence(
    block.text,
    sentence,
    given.map(({ number }) => number),
  );
  if (textLength(text) > blockLimit) return no(422, "long", sentence);
  try {
    // added to what stands there now: nothing of anybody is written over
    const done = await saveBlock(db, dialogue.id, team.personId, id, { text, place: block.place, version: block.version });
    if (done.status !== "saved") return no(409, "changed", sentence);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, "changed", sentence);
  }
  return redirect(`/team/${dialogue.slug}/verslag/blokken/${id}?bewaard`, 303);
}

export default function ProposalPage({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(proposalWords);
  const { slug, title } = useDialogue();
  const { id, model, host, theme, search, found, more, themes } = loaderData;
  const busy = useNavigation().state !== "idle";
  const proposal = actionData?.proposal ?? null;
  const again = actionData?.trouble && actionData.sentence ? { sentence: actionData.sentence, given: actionData.given } : null;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead({ model, host })}>
        <p>
          <TextLink to={`/team/${slug}/verslag/blokken/${id}`}>{m.back}</TextLink>
        </p>
      </PageHead>
      {actionData?.trouble ? <Refusal>{m.troubles[actionData.trouble]}</Refusal> : null}
      {proposal && proposal.status !== "proposed" ? (
        <Refusal>
          {proposal.status === "wrong-numbers" ? m.wrongNumbers({ numbers: proposal.numbers }) : m.outcomes[proposal.status]}
        </Refusal>
      ) : null}
      {proposal?.status === "proposed" ? (
        <Proposed
          sentence={proposal.sentence}
          given={(actionData?.given ?? []).filter(({ number }) => proposal.numbers.includes(number))}
        />
      ) : again ? (
        <Proposed {...again} guarded={actionData?.trouble === "guarded"} />
      ) : null}
      <Rail id="bijdragen" heading={m.choose}>
        <AskForm theme={theme} search={search} found={found} more={more} themes={themes} busy={busy} />
      </Rail>
      {busy ? <p role="status">{m.busy}</p> : null}
    </>
  );
}
