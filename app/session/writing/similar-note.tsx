import { useWords } from "../../language/words.ts";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import { writingWords } from "./messages/writing.ts";
import type { SimilarNeed } from "./similar.ts";

/** A need of somebody else, as far as its reader may see it. */
export function SimilarNote({ need }: { need: SimilarNeed }) {
  const m = useWords(writingWords).similar;
  return (
    <>
      <Typed as="p">{need.text}</Typed>
      <p className="small quiet">
        {need.shape ? <FieldMark shape={need.shape} /> : null} {[need.by || m.somebody, need.field].filter(Boolean).join(", ")}
        {need.backers > 0 ? `. ${m.backers({ n: need.backers })}` : null}
      </p>
    </>
  );
}
