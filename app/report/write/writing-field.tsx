import { useState } from "react";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import type { CountWords } from "../../ui/count.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import type { ReportBlock } from "../gather/content.ts";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import { blockLimit } from "./block.ts";
import { blockWords } from "./messages/blocks.ts";
import { richWords } from "./messages/rich.ts";
import { RichText } from "./rich/rich-text.tsx";
import { usePaste } from "./use-paste.tsx";
import type { Way } from "./use-way.tsx";

interface Props {
  readonly way: Way | null;
  readonly chooseWay: (way: Way) => void;
  /** Whether the place to write as it will look stands there. */
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly page: Pick<ReportPage, "content" | "quotes" | "slug" | "number" | "insights">;
  readonly named: Pick<ReportBlock, "cited">;
  readonly fields: readonly string[];
  readonly start: string;
  readonly count: CountWords;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
}

/** The field of a text in its notation, which is what is sent; with script one writes in the text as it will look, or in the notation. */
export function WritingField({ way, chooseWay, open, setOpen, page, named, fields, start, count, error, onText }: Props) {
  const m = useWords(blockWords).editor;
  const r = useWords(richWords);
  const paste = usePaste();
  const [pictures, setPictures] = useState(0);
  const rich = way === "rich";
  const lost = rich ? pictures : paste.pictures;
  return (
    <div className={open ? "writing rich-open" : "writing"}>
      {rich ? (
        <RichText
          {...{ page, fields }}
          field="text"
          describedBy={`text-count${error ? " text-error" : ""}`}
          invalid={error !== undefined}
          known={
            new Map(
              named.cited.flatMap(({ id, number }) => {
                const quote = quoteOf(page, id);
                return quote.status === "there" ? [[number, quote.text] as const] : [];
              }),
            )
          }
          onOpen={() => setOpen(true)}
          onPictures={setPictures}
        />
      ) : null}
      <TextArea
        name="text"
        label={m.text}
        hint={m.hint}
        rows={14}
        max={blockLimit}
        count={count}
        defaultValue={start}
        onChange={(event) => onText(event.currentTarget.value)}
        onPaste={paste.onPaste}
        error={error}
      />
      <p className="small" role="status">
        {lost > 0 ? m.pastedPictures({ n: lost }) : null}
      </p>
      {way === null ? null : (
        <p>
          <Button
            type="button"
            variant="quiet"
            size="small"
            onClick={() => {
              setOpen(false);
              chooseWay(rich ? "notation" : "rich");
            }}
          >
            {rich ? r.toNotation : r.toRich}
          </Button>
        </p>
      )}
    </div>
  );
}
