import type { ReactNode } from "react";
import { useWords } from "../../language/words.ts";
import { type Inline, wordsOf } from "../../method/text/prose-inline.ts";
import { keyed, type Piece, readProse, type Sentence, sentencesIn } from "../../method/text/prose-text.ts";
import type { ContributionId } from "../../platform/ids.ts";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Around, Ours, Typed, useWritten, Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import type { ReportBlock } from "../gather/content.ts";
import { isThere, quoteOf, type ReportPage } from "../publish/page.ts";
import { reportWords } from "../read/messages/report.ts";
import { OwnWords } from "../read/quotes.tsx";
import { ReportFigure } from "../read/report-figure.tsx";
import { ByField } from "../read/voices-by-field.tsx";
import { groundOf } from "./claim.ts";
import { sayField } from "./live-field.ts";
import { blockWords } from "./messages/blocks.ts";
import { TypedTable } from "./typed-table.tsx";
import "../read/report.css";

type Shown = Pick<ReportPage, "content" | "quotes" | "insights" | "slug" | "number" | "mine" | "appendix" | "readable">;
interface Props {
  readonly page: Shown;
  readonly block: Pick<ReportBlock, "id" | "text" | "cited" | "themes">;
  /** Of its own headings. */
  readonly level: 2 | 3;
}

/** A text of the team as it is read: its sentences lead to the voices behind them, its figures are those of the report. */
export function BlockView({ page, block, level }: Props) {
  const m = useWords(blockWords).view;
  const lang = useWritten();
  const read = readProse(block.text);
  const claims = claimsOf(page, block, read);
  const key = block.id.slice(0, 8);
  const claimOf = (sentence: Sentence) => {
    const at = claims.findIndex((one) => one.sentence === sentence);
    return at < 0 ? null : { ...(claims[at] as Claim), id: `${key}-${at + 1}` };
  };
  const say = (sentence: Sentence, at: number) => (
    <SentenceView
      key={`${at} ${wordsOf(sentence.parts)}`}
      page={page}
      sentence={sentence}
      claim={claimOf(sentence)}
      first={at === 0}
    />
  );
  let headed = false;
  const draw = (piece: Piece, id: string): ReactNode => {
    switch (piece.kind) {
      case "heading": {
        const Tag = `h${piece.level === 2 && headed ? level + 1 : level}` as "h2" | "h3" | "h4";
        headed ||= piece.level === 1;
        return (
          <Tag key={id} lang={lang}>
            {piece.parts.map((part, n) => inline(part, `${n}`, page))}
          </Tag>
        );
      }
      case "paragraph":
        return (
          <Typed as="p" key={id}>
            {piece.sentences.map(say)}
          </Typed>
        );
      case "list": {
        const List = piece.ordered ? "ol" : "ul";
        return (
          <List key={id}>
            {keyed(piece.items).map((item) => (
              <Typed as="li" key={item.key}>
                {item.one.map(say)}
              </Typed>
            ))}
          </List>
        );
      }
      case "quote":
        return <Quoted key={id} page={page} block={block} number={piece.number} />;
      case "figure":
        return <ReportFigure key={id} page={page} name={piece.name} />;
      case "table":
        return <TypedTable key={id} rows={piece.rows} say={(part, key) => inline(part, key, page)} said={m} />;
    }
  };
  return (
    <div className="team-text" id={`tekst-${key}`}>
      {read.map((piece, at) => draw(piece, `${key}-${at}`))}
      <VoicesBehind page={page} claims={claims} blockKey={key} />
    </div>
  );
}

interface Claim {
  readonly sentence: Sentence;
  readonly ground: ReturnType<typeof groundOf>;
}

function claimsOf(page: Shown, block: Props["block"], pieces: readonly Piece[]): Claim[] {
  const readable = (id: ContributionId) => isThere(page, id);
  return sentencesIn(pieces).flatMap((sentence) =>
    sentence.support?.states ? { sentence, ground: groundOf(sentence.support, block, page.content, readable) } : [],
  );
}

function SentenceView({
  page,
  sentence,
  claim,
  first,
}: {
  page: Shown;
  sentence: Sentence;
  claim: (Claim & { readonly id: string }) | null;
  first: boolean;
}) {
  const m = useWords(blockWords).view;
  const words = sentence.parts.map((part, at) => inline(part, `${at}`, page));
  return (
    <>
      {first ? null : sentence.onNewLine ? "\n" : " "}
      {claim ? (
        <span id={`zin-${claim.id}`}>
          {words}{" "}
          <a className="claim" href={`#stemmen-${claim.id}`} data-peek="">
            <span aria-hidden="true">{m.voices({ n: claim.ground.references.length })}</span>
            <span className="visually-hidden">
              <Ours>
                <Around
                  words={{ words: shortOf(wordsOf(sentence.parts)) }}
                  say={(p) => m.voicesOf({ n: claim.ground.references.length, ...p })}
                />
              </Ours>
            </span>
          </a>
        </span>
      ) : (
        words
      )}
    </>
  );
}

const shortOf = (words: string) => (words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words);

function inline(part: Inline, key: string, page: Shown): ReactNode {
  switch (part.kind) {
    case "text":
      return part.text;
    case "strong":
      return <strong key={key}>{part.text}</strong>;
    case "em":
      return <em key={key}>{part.text}</em>;
    case "link":
      return (
        <a key={key} href={part.href} rel="noopener">
          {part.text}
        </a>
      );
    case "field":
      return <FieldValue key={key} name={part.name} page={page} />;
  }
}

export function FieldValue({ name, page }: { name: string; page: Pick<ReportPage, "content"> }) {
  return <Ours>{sayField(name, page.content, useWords(blockWords).view.told)}</Ours>;
}

function Quoted({ page, block, number }: { page: Shown; block: Props["block"]; number: number }) {
  const m = useWords(reportWords).quotes;
  const gone = useWords(blockWords).view.quoteGone;
  const found = block.cited.find((one) => one.number === number);
  const quote = found ? quoteOf(page, found.id) : null;
  if (quote?.status !== "there") return <p className="quiet">{gone}</p>;
  return (
    <figure className="quoted">
      {found && page.mine?.includes(found.id) ? <OwnWords slug={page.slug} number={number} /> : null}
      <Typed as="blockquote">{quote.text}</Typed>
      <figcaption className="small quiet">
        {quote.field ? <FieldMark shape={quote.field.shape} /> : null}{" "}
        <Around
          words={{ field: quote.field?.name }}
          say={({ field }) => [field, m.number({ n: number })].filter(Boolean).join(". ")}
        />
      </figcaption>
    </figure>
  );
}

/** Folded; a link to a sentence's voices opens it, also without script. */
function VoicesBehind({ page, claims, blockKey }: { page: Shown; claims: readonly Claim[]; blockKey: string }) {
  const m = useWords(blockWords).view;
  if (claims.length === 0) return null;
  const all = new Set(claims.flatMap(({ ground }) => ground.references.map(({ id }) => id)));
  return (
    <Disclosure summary={m.behind({ n: all.size })}>
      {claims.map(({ sentence, ground }, at) => {
        const id = `${blockKey}-${at + 1}`;
        return (
          <section key={id} id={`stemmen-${id}`} className="claim-voices" aria-label={shortOf(wordsOf(sentence.parts))}>
            <p>
              <strong>
                <Written>{sentence.parts.map((part, n) => inline(part, `${n}`, page))}</Written>
              </strong>
            </p>
            <ByField page={page} of={ground.references} part={`stemmen-${id}`} />
            {ground.lost > 0 ? <p className="small quiet">{m.lost({ n: ground.lost })}</p> : null}
            <p className="small no-print">
              <a href={`#zin-${id}`}>
                {m.back}
                <span className="visually-hidden">
                  : <Written>{shortOf(wordsOf(sentence.parts))}</Written>
                </span>
              </a>
            </p>
          </section>
        );
      })}
    </Disclosure>
  );
}
