import { installationWords } from "../../dialogue/messages/installation.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { linkify } from "../../method/text/linkify.ts";
import { dateTime } from "../../platform/time.ts";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { TextLink } from "../../ui/layout/text.tsx";

export interface LetterView {
  readonly id: number;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly calendar: string | null;
  readonly at: Date;
}

/** A letter as it would have been sent, with its links. */
export function LetterPage({ letters, home }: { letters: readonly LetterView[]; home: string }) {
  const m = useWords(installationWords).mail;
  const locale = useLocale();
  return (
    <>
      <title>{letters[0]?.subject ?? m.title}</title>
      <p className="eyebrow">
        <TextLink to={home}>{m.back}</TextLink>
      </p>
      {letters.map((letter, index) => {
        const Heading = index === 0 ? "h1" : "h2";
        return (
          <article key={letter.id} className="letter">
            <Heading>{letter.subject}</Heading>
            <p className="small quiet">{m.letterTo({ address: letter.address, when: dateTime(letter.at, locale) })}</p>
            <p className="letter-text">
              {linkify(letter.text).map((part, at) =>
                part.kind === "link" ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that never changes
                  <a key={at} href={part.text} className="nl-link">
                    {part.text}
                  </a>
                ) : (
                  part.text
                ),
              )}
            </p>
            {letter.calendar && (
              <Disclosure summary={m.calendar}>
                <pre className="letter-calendar">{letter.calendar}</pre>
              </Disclosure>
            )}
          </article>
        );
      })}
    </>
  );
}
