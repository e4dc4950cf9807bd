import type { ReactNode } from "react";
import { Form } from "react-router";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Tag } from "../../ui/tag.tsx";
import { usePlaceName } from "../read/place-name.tsx";
import { type Parts, type Place, sectionOf, sectionsOf } from "../read/places.ts";
import { blockWords } from "./messages/blocks.ts";
import type { OutlineText } from "./outline.ts";
import { useWriters } from "./use-writers.tsx";

interface Props {
  readonly parts: Parts;
  readonly texts: readonly OutlineText[];
  readonly removed: readonly { readonly id: string; readonly text: string }[];
  readonly mayWrite: boolean;
}

/** As many themes or insights stand in sight; more of them behind a line. */
const fewest = 3;

/** The whole report in its order: what comes from the data, what the team wrote, and where a text can be added. */
export function BlockOutline({ parts, texts, removed, mayWrite }: Props) {
  const { outline: m, parts: sections } = useWords(blockWords);
  const { slug } = useDialogue();
  const findings = texts.reduce((sum, { findings }) => sum + findings, 0);
  const open = texts.reduce((sum, one) => sum + one.open, 0);
  const to = `/team/${slug}/verslag/blokken`;
  const writers = useWriters(slug, null);
  const partOf = (place: Place) => (
    <Part key={place} parts={parts} place={place} mayWrite={mayWrite}>
      <Texts at={to} own={texts.filter((one) => one.place === place)} writers={writers} mayWrite={mayWrite} />
    </Part>
  );
  return (
    <>
      <p>{m.lead}</p>
      <p>
        <strong>{texts.length === 0 ? m.none : m.total({ open, of: findings })}</strong>
      </p>
      <ol className="plain outline">
        {sectionsOf(parts).map(({ section, within, end }) => (
          <li key={section}>
            {within.length > 0 && section !== "begin" ? <p className="outline-section">{sections[section]}</p> : null}
            {within.length > fewest ? (
              <Disclosure
                summary={(section === "nodig" ? m.themes : m.insights)({ n: within.length })}
                open={texts.some(({ place }) => within.includes(place))}
              >
                {within.map(partOf)}
              </Disclosure>
            ) : (
              within.map(partOf)
            )}
            {partOf(end)}
          </li>
        ))}
      </ol>
      {removed.length > 0 ? (
        <Disclosure summary={m.removed}>
          <ul className="plain outline-texts">
            {removed.map(({ id, text }) => (
              <li key={id}>
                <p>
                  <Written>{text}</Written>
                </p>
                {mayWrite ? <Deed to={`${to}/${id}`} doen="terug" label={m.putBack} about={text} /> : null}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}

/** A place of the report: where it comes from, the way to write there, and what was written. */
function Part({
  parts,
  place,
  mayWrite,
  children,
}: Pick<Props, "parts" | "mayWrite"> & { readonly place: Place; readonly children: ReactNode }) {
  const m = useWords(blockWords).outline;
  const { slug } = useDialogue();
  const name = usePlaceName(parts)(place);
  const section = sectionOf(place);
  const isEnd = (section === "nodig" && parts.themes.length > 0) || (section === "praktijk" && parts.insights.length > 0);
  const isData = place === section && section !== "begin" && section !== "conclusies" && !isEnd;
  const about = place === "bewoners" ? m.forResidents : isData ? m.data : null;
  return (
    <div>
      <div className={place === section ? "outline-part" : "outline-part sub"}>
        <span>
          {name} {about ? <span className="small quiet">· {about}</span> : null}
        </span>
        {mayWrite ? (
          <TextLink className="small" to={`/team/${slug}/verslag/blokken/nieuw?na=${place}`}>
            {m.add}
            <span className="visually-hidden"> {m.addAfter({ part: name })}</span>
          </TextLink>
        ) : null}
      </div>
      {children}
    </div>
  );
}

interface TextsProps {
  readonly at: string;
  readonly own: readonly OutlineText[];
  readonly writers: ReturnType<typeof useWriters>;
  readonly mayWrite: boolean;
}

function Texts({ at, own, writers, mayWrite }: TextsProps) {
  const m = useWords(blockWords).outline;
  if (own.length === 0) return null;
  return (
    <ul className="plain outline-texts">
      {own.map((text, n) => (
        <OutlineLine
          key={text.id}
          text={text}
          writing={writers.filter(({ block }) => block === text.id).map((one) => one.name || m.somebody)}
          at={at}
          mayWrite={mayWrite}
          first={n === 0}
          last={n === own.length - 1}
        />
      ))}
    </ul>
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
