import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { clock } from "../../platform/time.ts";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Around, Typed } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { themesWords } from "../messages/themes.ts";
import type { NeedDetail, NeedLine } from "./desk.ts";

/** Where a need comes from: field, kind of party, group. Never who. */
export function NeedOrigin({ need, time }: { need: NeedLine; time?: Date | undefined }) {
  const m = useWords(themesWords);
  const locale = useLocale();
  const { slug } = useDialogue();
  const from = [need.field, need.party].filter(Boolean).join(", ");
  const group = need.group !== null && time ? m.from({ group: need.group, time: clock(time, locale) }) : null;
  return (
    <p className="need-from small quiet">
      {need.shape === null ? null : <FieldMark shape={need.shape} />}
      <span>
        <Around words={{ from }} say={(p) => [p.from, group].filter(Boolean).join(". ")} />{" "}
        <TextLink to={`/team/${slug}/bijdragen/${need.number}`}>{m.origin}</TextLink>
      </span>
    </p>
  );
}

export function NeedDetails({ need }: { need: NeedDetail }) {
  const m = useWords(themesWords);
  const lines = [
    [m.details.situation, need.situation],
    [m.details.forWhom, need.forWhom],
    [m.details.tried, need.tried],
    [m.details.wouldHelp, need.wouldHelp],
    [m.details.howOften, need.howOften === "" ? "" : m.often[need.howOften]],
    [m.details.touches, need.touches.join(", ")],
    [m.details.weight, need.weight === "" ? "" : m.weights[need.weight]],
  ].filter(([, text]) => text !== "");
  const same = need.sameAs === null ? null : <p className="small">{m.sameAs({ number: need.sameAs })}</p>;
  if (lines.length === 0) return same;
  return (
    <>
      {same}
      <dl className="need-detail">
        {lines.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <Typed as="dd">{text}</Typed>
          </div>
        ))}
      </dl>
    </>
  );
}
