import { Typed } from "../form/typed.tsx";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A text as typed, with pieces of it marked. @param spans in order, apart, in UTF-16 units */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }) {
  const starts = [0, ...spans.map(({ to }) => to)];
  return (
    <Typed>
      {starts.map((start, at) => {
        const span = spans[at];
        return (
          <span key={start}>
            {text.slice(start, span?.from)}
            {span ? <mark>{text.slice(span.from, span.to)}</mark> : null}
          </span>
        );
      })}
    </Typed>
  );
}
