import type { OwnFlag } from "../../contribution/flag.ts";
import { layOut } from "../../contribution/lay-out.ts";
import type { Seen } from "../../contribution/seen.ts";
import { Card } from "../../ui/layout/card.tsx";
import { Note } from "../room/note.tsx";
import { OtherWords } from "./other-words.tsx";

interface Props {
  readonly items: readonly Seen[];
  readonly sessionId: string;
  readonly empty: string;
  /** There is a table to lay things on. */
  readonly inGroup: boolean;
  /** The session is over: what one said can be taken back, and no more. */
  readonly over?: boolean;
  /** What is prepared stays with its writer for now. */
  readonly keeps?: boolean;
  /** What I reported; without it nothing can be reported here. */
  readonly flags?: readonly OwnFlag[] | undefined;
}

export function ContributionList({ items, sessionId, empty, inGroup, over = false, keeps = false, flags }: Props) {
  if (items.length === 0) return <p className="quiet">{empty}</p>;
  const { shown, others } = layOut(items);
  const note = { inGroup, over, keeps, flags };
  return (
    <ul className="plain notes">
      {shown.map((one) => (
        <Card as="li" key={one.id} id={`bijdrage-${one.number}`} className="note arrives">
          <Note {...note} one={one} at={`/bijeenkomst/${sessionId}/bijdragen/${one.id}`} />
          <OtherWords {...note} items={others.get(one.id)} sessionId={sessionId} />
        </Card>
      ))}
    </ul>
  );
}
