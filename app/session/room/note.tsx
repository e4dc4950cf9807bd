import { Suspense } from "react";
import { canBeBacked, details, textLimits } from "../../contribution/contribution.ts";
import type { OwnFlag } from "../../contribution/flag.ts";
import type { Seen } from "../../contribution/seen.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Around, Typed, Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { Tag } from "../../ui/tag.tsx";
import { FlagForm } from "../flags/later-flag.tsx";
import { writingWords } from "../writing/messages/writing.ts";
import { NeedFields } from "../writing/need-fields.tsx";
import { About } from "./about.tsx";
import { counted } from "./counted.ts";
import { sameField } from "./deed.ts";
import { DeedForm } from "./deed-form.tsx";
import { roomWords } from "./messages/room.ts";
import { roomStepWords } from "./messages/room-step.ts";
import { useFields } from "./use-fields.tsx";

export interface NoteProps {
  readonly one: Seen;
  readonly at: string;
  /** There is a table to lay things on. */
  readonly inGroup: boolean;
  /** What I reported; without it nothing can be reported here. */
  readonly flags?: readonly OwnFlag[] | undefined;
  readonly over?: boolean;
  readonly keeps?: boolean;
  /** Other words for the need above it. */
  readonly beneath?: boolean;
}

export function Note({ one, at, inGroup, over = false, keeps = false, flags, beneath = false }: NoteProps) {
  const words = useWords(roomStepWords);
  const m = words.list;
  const back = `#bijdrage-${one.number}`;
  const gone = one.state !== "visible";
  return (
    <>
      <Typed as="p">{one.text}</Typed>
      <Told one={one} />
      <footer>
        <span>
          {one.shape ? <FieldMark shape={one.shape} /> : null} {one.own ? m.you : one.by || m.somebody}
          {one.kind === "need" ? null : ` · ${words.write.kinds[one.kind]}`}
          {one.own ? ` · ${m.circles[one.shared]}` : null}
        </span>
        {one.backers > 0 ? <span>{m.backers({ n: one.backers })}</span> : null}
        {gone ? <Tag tone="plain">{m.states[one.state as keyof typeof m.states]}</Tag> : null}
        {!one.own && !beneath && canBeBacked(one.kind) ? (
          <DeedForm action={`${at}/herkenning`} className="inline">
            <input type="hidden" name="terug" value={back} />
            <Button variant="quiet" size="small" name="stands" value={one.backed ? "0" : "1"}>
              {one.backed ? m.unback : m.back}
              <About text={one.text} />
            </Button>
          </DeedForm>
        ) : null}
        {!one.own && flags ? (
          <Suspense>
            <FlagForm at={at} number={one.number} done={flags.some((flag) => flag.contributionId === one.id)} />
          </Suspense>
        ) : null}
      </footer>
      {one.own && one.state === "hidden" ? (
        <p className="small">
          {one.hiddenReason ? <Around words={{ reason: one.hiddenReason }} say={m.because} /> : null} {m.hiddenWhat}
        </p>
      ) : null}
      {one.sameAs && (!beneath || one.own) ? (
        <SameAs number={beneath ? null : one.sameAs.number} own={one.own && !gone} at={at} back={back} />
      ) : null}
      {one.redactedReason ? (
        <p className="small">
          <Around words={{ reason: one.redactedReason }} say={m.redacted} />
        </p>
      ) : null}
      {one.own && !gone && !over ? <OwnDeeds one={one} at={at} back={back} inGroup={inGroup} keeps={keeps} /> : null}
      {one.own && !gone && over ? <Withdraw text={one.text} at={at} back={back} /> : null}
    </>
  );
}

/** A form begins anew when what it changes was changed, here or elsewhere. */
const keyOf = (one: Seen) =>
  [...(["text", ...details, "weight", "howOften"] as const).map((name) => one[name]), ...one.touches.map(({ id }) => id)].join(
    "|",
  );

/** What is told of a need besides the need itself. */
function Told({ one }: { one: Seen }) {
  const { details: names, weights, weight, often, howOften, touches } = useWords(writingWords).need;
  const told = details.filter((name) => one[name] !== "");
  if (told.length === 0 && one.weight === "" && one.howOften === "" && one.touches.length === 0) return null;
  return (
    <dl className="told small">
      {told.map((name) => (
        <div key={name}>
          <dt>{names[name]}</dt>
          <Typed as="dd">{one[name]}</Typed>
        </div>
      ))}
      {one.weight ? (
        <div>
          <dt>{weight}</dt>
          <dd>{weights[one.weight]}</dd>
        </div>
      ) : null}
      {one.howOften ? (
        <div>
          <dt>{howOften}</dt>
          <dd>{often[one.howOften]}</dd>
        </div>
      ) : null}
      {one.touches.length > 0 ? (
        <div>
          <dt>{touches}</dt>
          <dd>
            <Written>{one.touches.map(({ name }) => name).join(", ")}</Written>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

interface OwnProps extends Pick<NoteProps, "one" | "at" | "inGroup"> {
  readonly keeps: boolean;
  readonly back: string;
}

function OwnDeeds({ one, at, back, inGroup, keeps }: OwnProps) {
  const m = useWords(roomStepWords).list;
  const { count } = useWords(roomWords).write;
  const fields = useFields();
  const mayTable = inGroup && one.shared === "private";
  return (
    <div className="own-deeds">
      {!keeps && one.shared !== "all" && one.kind !== "introduction" && one.kind !== "note" ? (
        <DeedForm action={`${at}/deling`} className="inline">
          <input type="hidden" name="terug" value={back} />
          {mayTable ? (
            <Button variant="secondary" size="small" name="with" value="group">
              {m.shareGroup}
              <About text={one.text} />
            </Button>
          ) : null}
          <Button variant={mayTable ? "quiet" : "secondary"} size="small" name="with" value="all">
            {m.shareAll}
            <About text={one.text} />
          </Button>
        </DeedForm>
      ) : null}
      <Disclosure
        summary={
          <>
            {one.kind === "need" ? m.editNeed : m.edit}
            <About text={one.text} />
          </>
        }
      >
        <DeedForm
          action={at}
          key={keyOf(one)}
          label={m.editing({ number: one.number })}
          draft={{ step: "-", form: `edit:${one.id}` }}
        >
          <input type="hidden" name="terug" value={back} />
          <TextArea
            name="text"
            id={`wijzig-${one.number}`}
            label={m.text}
            rows={3}
            defaultValue={one.text}
            {...counted(count, textLimits[one.kind])}
          />
          {one.kind === "need" ? <NeedFields told={one} id={`-${one.number}`} fields={fields} /> : null}
          <Button variant="secondary" size="small">
            {m.save}
          </Button>
        </DeedForm>
        <Withdraw text={one.text} at={at} back={back} />
      </Disclosure>
    </div>
  );
}

/** Its writer found it to be the same as another need, and may think better of it. */
function SameAs({ number, own, at, back }: { number: number | null; own: boolean; at: string; back: string }) {
  const m = useWords(writingWords).list;
  return (
    <div className="row-actions small">
      {number === null ? null : <span>{m.sameAs({ number })}</span>}
      {own ? (
        <DeedForm action={`${at}/gelijke`} className="inline">
          <input type="hidden" name="terug" value={back} />
          <Button variant="quiet" size="small" name={sameField} value="">
            {m.differ}
          </Button>
        </DeedForm>
      ) : null}
    </div>
  );
}

function Withdraw({ text, at, back }: { text: string; at: string; back: string }) {
  const m = useWords(roomStepWords).list;
  return (
    <DeedForm action={`${at}/intrekking`} className="inline">
      <input type="hidden" name="terug" value={back} />
      <Button variant="quiet" size="small">
        {m.withdraw}
        <About text={text} />
      </Button>
    </DeedForm>
  );
}
