import { Form } from "react-router";
import { useDialogue } from "../dialogue/use-dialogue.tsx";
import { blockWords } from "../messages/blocks.ts";
import { useLocale, useWords } from "../messages/words.ts";
import { dateTime } from "../platform/time.ts";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Tag } from "../ui/tag.tsx";
import { TextLink } from "../ui/text.tsx";
import type { OutlineText } from "./outline.ts";
import { usePlaceName } from "./place-name.tsx";
import { type Parts, placesOf, sectionOf } from "./places.ts";
import { useWriters } from "./use-writers.tsx";

interface Props {
  readonly parts: Parts;
  readonly texts: readonly OutlineText[];
  readonly removed: readonly { readonly id: string; readonly text: string }[];
  readonly mayWrite: boolean;
}

/** The whole report in its order: what comes from the data, what the team wrote, and where a text can be added. */
export function BlockOutline({ parts, texts, removed, mayWrite }: Props) {
  const { outline: m, parts: sections } = useWords(blockWords);
  const { slug } = useDialogue();
  const name = usePlaceName(parts);
  const findings = texts.reduce((sum, { findings }) => sum + findings, 0);
  const open = texts.reduce((sum, one) => sum + one.open, 0);
  const to = `/team/${slug}/verslag/blokken`;
  const writers = useWriters(slug, null);
  return (
    <>
      <p>{m.lead}</p>
      <p>
        <strong>{texts.length === 0 ? m.none : m.total({ open, of: findings })}</strong>
      </p>
      <ol className="plain outline">
        {placesOf(parts).map((place, at, all) => {
          const section = sectionOf(place);
          const begins = place.includes("-") && !all[at - 1]?.includes("-") && section !== "begin";
          const own = texts.filter((one) => one.place === place);
          return (
            <li key={place}>
              {begins ? <p className="outline-section">{sections[section]}</p> : null}
              <div className={place.includes("-") ? "outline-part sub" : "outline-part"}>
                <span>
                  {name(place)}{" "}
                  {place === "bewoners" ? (
                    <span className="small quiet">· {m.forResidents}</span>
                  ) : place === "begin" || place === "conclusies" || (place === section && all[at - 1]?.includes("-")) ? null : (
                    <span className="small quiet">· {m.data}</span>
                  )}
                </span>
                {mayWrite ? (
                  <TextLink className="small" to={`${to}/nieuw?na=${place}`}>
                    {m.add}
                    <span className="visually-hidden"> {m.addAfter({ part: name(place) })}</span>
                  </TextLink>
                ) : null}
              </div>
              {own.length > 0 ? (
                <ul className="plain outline-texts">
                  {own.map((text, n) => (
                    <OutlineLine
                      key={text.id}
                      text={text}
                      writing={writers.filter(({ block }) => block === text.id).map((one) => one.name || m.somebody)}
                      at={to}
                      mayWrite={mayWrite}
                      first={n === 0}
                      last={n === own.length - 1}
                    />
                  ))}
                </ul>
              ) : null}
            </li>
          );
        })}
      </ol>
      {removed.length > 0 ? (
        <Disclosure summary={m.removed}>
          <ul className="plain outline-texts">
            {removed.map(({ id, text }) => (
              <li key={id}>
                <p>{text}</p>
                {mayWrite ? <Deed to={`${to}/${id}`} doen="terug" label={m.putBack} about={text} /> : null}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}

function OutlineLine({
  text,
  writing,
  at,
  mayWrite,
  first,
  last,
}: {
  text: OutlineText;
  /** Who has it open now. */
  writing: readonly string[];
  at: string;
  mayWrite: boolean;
  first: boolean;
  last: boolean;
}) {
  const m = useWords(blockWords).outline;
  const locale = useLocale();
  const { id, words, open, weakened, findings, updatedAt, updatedBy } = text;
  return (
    <li>
      <p>
        <TextLink to={`${at}/${id}`}>{words}</TextLink>
      </p>
      <p className="small quiet">
        {writing.length > 0 ? <Tag tone="now">{m.writing({ names: writing })}</Tag> : null}{" "}
        {open > 0 ? <Tag tone="warn">{m.open({ n: open })}</Tag> : null}{" "}
        {weakened > 0 ? <Tag tone="warn">{m.weakened({ n: weakened })}</Tag> : null}{" "}
        {open + weakened === 0 ? (findings > 0 ? m.sound : m.nothing) : null}{" "}
        {m.changed({ name: updatedBy || m.somebody, when: dateTime(updatedAt, locale) })}
      </p>
      {mayWrite ? (
        <div className="row-actions">
          {first ? null : <Deed to={`${at}/${id}`} doen="op" label={m.up} about={words} />}
          {last ? null : <Deed to={`${at}/${id}`} doen="neer" label={m.down} about={words} />}
          <Deed to={`${at}/${id}`} doen="weg" label={m.takeOut} about={words} />
        </div>
      ) : null}
    </li>
  );
}

function Deed({ to, doen, label, about }: { to: string; doen: string; label: string; about: string }) {
  const m = useWords(blockWords).outline;
  return (
    <Form method="post" action={to} preventScrollReset>
      <Button variant="quiet" size="small" name="doen" value={doen}>
        {label}
        <span className="visually-hidden">{m.about({ words: about })}</span>
      </Button>
    </Form>
  );
}
