import { linkify } from "../../method/text/linkify.ts";
import { readStatement } from "./statements.ts";

/** A statement as people read it. */
export function StatementText({ text }: { text: string }) {
  return readStatement(text).map((piece, at) => {
    const key = `${at}`;
    if (piece.kind === "heading") return <h2 key={key}>{piece.text}</h2>;
    if (piece.kind === "subheading") return <h3 key={key}>{piece.text}</h3>;
    if (piece.kind !== "list")
      return (
        <p key={key} className="as-typed">
          <Linked text={piece.text} />
        </p>
      );
    return (
      <ul key={key}>
        {piece.items.map((item) => (
          <li key={item}>
            <Linked text={item} />
          </li>
        ))}
      </ul>
    );
  });
}

function Linked({ text }: { text: string }) {
  return linkify(text).map((part, at) =>
    part.kind === "link" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <a key={at} href={part.text}>
        {part.text}
      </a>
    ) : (
      part.text
    ),
  );
}
