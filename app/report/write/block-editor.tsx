import { useState } from "react";
import { Form, useNavigation } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import type { BlockId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { Select } from "../../ui/form/select.tsx";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import type { ReportBlock } from "../gather/content.ts";
import type { ReportPage } from "../publish/page.ts";
import { ReadabilityList } from "../publish/readability-list.tsx";
import { usePlaceName } from "../read/place-name.tsx";
import { placesOf } from "../read/places.ts";
import { blockLimit, guardedBlock } from "./block.ts";
import { BlockView, FieldValue } from "./block-view.tsx";
import { blockWords } from "./messages/blocks.ts";
import { draftWords } from "./messages/draft.ts";
import { type Answered, useAutosave } from "./use-autosave.tsx";
import { useWay } from "./use-way.tsx";
import { OtherWriters } from "./use-writers.tsx";
import { WritingField } from "./writing-field.tsx";

export interface BlockState {
  readonly values: { readonly text: string; readonly place: string; readonly version: number };
  readonly errors: Readonly<Record<string, string>>;
  readonly guarded: boolean;
  readonly refused: "not-now" | "gone" | "full" | null;
  /** What somebody else saved meanwhile; null when nobody did. */
  readonly theirs: string | null;
  readonly conflictBy: string;
  readonly savedAt: Date | null;
}
export const calm = { errors: {}, guarded: false, refused: null, theirs: null, conflictBy: "", savedAt: null } as const;
interface Props {
  readonly id: BlockId;
  readonly state: BlockState;
  readonly page: Pick<ReportPage, "content" | "quotes" | "slug" | "number" | "insights">;
  readonly named: Pick<ReportBlock, "cited" | "themes">;
  readonly fields: readonly string[];
  readonly readOnly: boolean;
}

const answeredIn = (one: BlockState): Answered =>
  one.guarded || one.theirs !== null || one.refused !== null ? "held" : Object.keys(one.errors).length > 0 ? "objected" : "saved";
/** A save by itself that met an objection is tried again; one that met somebody else's text is not. */
const readAuto = (told: BlockState) => ({
  answered: told.guarded ? ("objected" as const) : answeredIn(told),
  savedAt: told.savedAt,
});
const anyText = (typed: FormData) => String(typed.get("text")).trim() !== "";

/** Writes one text. Without script it is a form with a preview of what was saved; with it, it saves by itself when one pauses. */
export function BlockEditor({ id, state, page, named, fields, readOnly }: Props) {
  const {
    editor: m,
    outline: { somebody },
  } = useWords(blockWords);
  const counted = useWords(draftWords).count;
  const busy = useNavigation().state !== "idle";
  const [text, setText] = useState(state.values.text);
  const auto = useAutosave<BlockState>({ start: answeredIn(state), read: readAuto, worth: anyText });
  const [way, chooseWay] = useWay();
  const [open, setOpen] = useState(false);
  const told = auto.data && readAuto(auto.data).answered !== "objected" ? auto.data : state;
  const name = usePlaceName(page.content);
  const word = (field: string) => (told.errors[field] ? m.errors[field]?.[told.errors[field]] : undefined);
  const summary = ["text", "place", "version"].flatMap((field) => {
    const text = word(field);
    return text ? [{ field: field === "text" && open ? "text-rich" : field, text }] : [];
  });
  const preview = (
    <section aria-labelledby="voorbeeld" className="block-preview">
      <h2 id="voorbeeld">{m.preview}</h2>
      {text.trim() === "" ? (
        <p className="quiet">{m.previewEmpty}</p>
      ) : (
        <BlockView page={page} block={{ id, text, ...named }} level={3} />
      )}
    </section>
  );
  if (readOnly) return preview;
  return (
    <>
      <Form
        method="post"
        noValidate
        preventScrollReset
        className="block-form"
        ref={auto.form}
        onInput={auto.typed}
        onSubmit={auto.submit}
      >
        <ErrorSummary heading={m.summary} errors={summary} />
        {told.theirs === null ? null : (
          <Notice variant="warn" title={m.conflictTitle} live="at-once">
            <p>{m.conflict({ name: told.conflictBy || somebody })}</p>
            <p>
              <strong>{m.theirs}:</strong>
            </p>
            <Typed as="blockquote">{told.theirs || "–"}</Typed>
          </Notice>
        )}
        {told.refused ? (
          <Refusal>{told.refused === "gone" ? m.gone : told.refused === "full" ? m.full : m.notNow}</Refusal>
        ) : null}
        {state.guarded ? <GuardWarning typed={[["text", state.values.text]]} fields={guardedBlock} /> : null}
        <input type="hidden" name="doen" value="bewaar" />
        <input type="hidden" name="version" value={told.values.version} />
        <WritingField
          {...{ way, chooseWay, open, setOpen, page, fields, named }}
          start={state.values.text}
          count={{ ...counted, limit: counted.limit({ n: blockLimit }) }}
          error={word("text")}
          onText={setText}
        />
        <Select
          name="place"
          label={m.place}
          defaultValue={state.values.place}
          options={placesOf(page.content).map((place) => ({
            value: place,
            label: place === "begin" ? name(place) : m.after({ part: name(place) }),
          }))}
          error={word("place")}
        />
        <OtherWriters slug={page.slug} block={id} />
        <p className="actions">
          <Button aria-disabled={busy}>{m.save}</Button>
          <span className="small quiet" role="status">
            {auto.said}
          </span>
        </p>
      </Form>
      {preview}
      <ReadabilityList text={text} open={["begin", "bewoners", "kort"].includes(state.values.place)} />
      {way === "rich" && open ? null : <Notation page={page} fields={fields} />}
    </>
  );
}

function Notation({ page, fields }: Pick<Props, "page" | "fields">) {
  const m = useWords(blockWords).editor;
  return (
    <>
      <Disclosure summary={m.notation}>
        <dl className="notation">
          {m.notationLines.map(([sign, says]) => (
            <div key={sign}>
              <dt>
                <code>{sign}</code>
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      <Disclosure summary={m.fields}>
        <DataTable
          caption={m.fields}
          captionHidden
          rowHeaders
          narrow="stack"
          columns={[
            { key: "name", head: m.fieldName },
            { key: "now", head: m.fieldNow },
          ]}
          rows={fields.map((field) => ({
            key: field,
            cells: { name: <code>{`{${field}}`}</code>, now: <FieldMeaning page={page} field={field} /> },
          }))}
        />
      </Disclosure>
    </>
  );
}

/** What a field says, and of which theme where its name does not tell. */
function FieldMeaning({ page, field }: { page: Props["page"]; field: string }) {
  const theme = page.content.themes.find(({ id }) => field === `thema ${id.slice(0, 8)}`);
  return (
    <>
      <FieldValue name={field} page={page} />
      {theme ? (
        <span className="quiet">
          {" "}
          (<Written>{theme.name}</Written>)
        </span>
      ) : null}
    </>
  );
}
