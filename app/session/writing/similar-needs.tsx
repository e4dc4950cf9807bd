import { useRef, useState } from "react";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/layout/card.tsx";
import { About } from "../room/about.tsx";
import { sameField } from "../room/deed.ts";
import { writingWords } from "./messages/writing.ts";
import { SimilarNote } from "./similar-note.tsx";
import { useSimilar } from "./use-similar.tsx";

/** "Herkent u dit?" beneath the button of the form it stands in: who goes on writing and sends may leave it alone. */
export function SimilarNeeds({ session }: { session: string }) {
  const m = useWords(writingWords).similar;
  const inside = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [other, setOther] = useState<ReadonlySet<string>>(new Set());
  const near = useSimilar(inside, session).filter(({ id }) => !other.has(id));
  return (
    <div ref={inside} className="similar">
      <p className="visually-hidden" role="status">
        {near.length > 0 ? m.found({ n: near.length }) : null}
      </p>
      {near.length > 0 ? (
        <section aria-labelledby="herkent-u-dit">
          <h3 id="herkent-u-dit" ref={heading} tabIndex={-1}>
            {m.title}
          </h3>
          <p className="small">{m.lead}</p>
          <ul className="plain notes">
            {near.map((one) => (
              <Card as="li" key={one.id} className="note">
                <SimilarNote need={one} />
                <p className="row-actions">
                  <Button variant="secondary" size="small" name={sameField} value={one.id}>
                    {m.same}
                    <About text={one.text} />
                  </Button>
                  <Button
                    type="button"
                    variant="quiet"
                    size="small"
                    onClick={() => {
                      setOther(new Set([...other, one.id]));
                      // the button goes: whoever used it stays here, or goes back to the words when nothing is left
                      if (near.length > 1) heading.current?.focus();
                      else inside.current?.closest("form")?.querySelector("textarea")?.focus();
                    }}
                  >
                    {m.different}
                    <About text={one.text} />
                  </Button>
                </p>
              </Card>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
