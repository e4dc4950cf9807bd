import { useWords } from "../../language/words.ts";
import { programmeWords } from "../../programme/messages/programme.ts";
import { threadsWords } from "../../programme/messages/threads.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Typed, useWritten, Written } from "../../ui/form/typed.tsx";
import { type Loom, loomOf } from "./loom.ts";
import type { Picked, Threads } from "./threads.ts";
import "./threads.css";

export interface ThreadsShown {
  readonly threads: Threads;
  /** Themes, sentences and points along the thread that was picked up, and its words where they may be read. */
  readonly picked: {
    readonly number: number | null;
    readonly themes: readonly string[];
    readonly sentences: readonly string[];
    readonly items: readonly number[];
    readonly text: string | null;
  } | null;
  readonly asked: { readonly number: string; readonly field: string; readonly missing: boolean };
  readonly fields: readonly string[];
  readonly report: string;
  readonly programme: string;
}

/** One picture of what comes of contributions, a thread of it, and all threads as a list. */
export function ThreadsView(shown: ThreadsShown) {
  const m = useWords(threadsWords);
  const states: Readonly<Record<string, string>> = useWords(programmeWords).states;
  const { threads, asked, fields } = shown;
  const picked: Picked | null = shown.picked && {
    number: shown.picked.number,
    themes: new Set(shown.picked.themes),
    sentences: new Set(shown.picked.sentences),
    items: new Set(shown.picked.items),
  };
  const loom = loomOf(threads, picked, asked.field || null, {
    loose: m.loose,
    people: (n) => m.people({ n }),
    state: (of) => states[of] ?? "",
  });
  return (
    <>
      <form method="get" className="pick-thread">
        <TextField
          name="bijdrage"
          label={m.number}
          inputMode="numeric"
          defaultValue={asked.number}
          error={asked.missing ? m.missing({ number: asked.number }) : undefined}
        />
        {fields.length > 0 ? (
          <Select
            name="vakgebied"
            label={m.field}
            emptyWord={m.everyField}
            defaultValue={asked.field}
            typed
            options={fields.map((name) => ({ value: name, label: name }))}
          />
        ) : null}
        <Button variant="secondary">{m.pick}</Button>
      </form>
      <Picture loom={loom} threads={threads} />
      {shown.picked ? <Thread shown={shown} picked={shown.picked} states={states} /> : null}
      <h2>{m.all}</h2>
      <List shown={shown} states={states} />
    </>
  );
}

function Picture({ loom, threads }: { loom: Loom; threads: Threads }) {
  const m = useWords(threadsWords);
  const lang = useWritten();
  const needs = threads.themes.reduce((sum, one) => sum + one.needs.length, threads.loose.length);
  const counts = { needs, themes: threads.themes.length, sentences: threads.sentences.length, items: threads.items.length };
  return (
    <figure className="loom-figure">
      <figcaption>{m.counts(counts)}</figcaption>
      <svg className="loom" viewBox={`0 0 ${loom.width} ${loom.height}`} role="img" aria-label={m.picture(counts)}>
        {loom.bands.map(({ key, d, picked }) => (
          <path key={key} className={picked ? "band picked" : "band"} d={d} />
        ))}
        {loom.lines.map(({ key, d, picked }) => (
          <path key={key} className={picked ? "line picked" : "line"} d={d} />
        ))}
        <path className="need" d={loom.needs.plain} />
        <path className="need shown" d={loom.needs.shown} />
        <path className="need picked" d={loom.needs.picked} />
        {loom.nodes.map(({ key, x, y, text, under, picked }) => (
          <g key={key} className={picked ? "node picked" : "node"}>
            <circle cx={x} cy={y} r="7" />
            {/* above and below the lines that go on from here */}
            <text x={x + 12} y={y - 9} lang={text === m.loose ? undefined : lang}>
              {text}
            </text>
            {under ? (
              <text className="under" x={x + 12} y={y + 21}>
                {under}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </figure>
  );
}

type States = Readonly<Record<string, string>>;

function Thread({ shown, picked, states }: { shown: ThreadsShown; picked: NonNullable<ThreadsShown["picked"]>; states: States }) {
  const m = useWords(threadsWords);
  const { threads, report, programme } = shown;
  const themes = threads.themes.filter(({ key }) => picked.themes.includes(key));
  const sentences = threads.sentences.filter(({ id }) => picked.sentences.includes(id));
  const items = threads.items.filter(({ number }) => picked.items.includes(number));
  const title = picked.number === null ? m.threadOfTheme({ name: themes[0]?.name ?? "" }) : m.threadOf({ n: picked.number });
  return (
    <section aria-labelledby="draad">
      <h2 id="draad">{title}</h2>
      <ol className="thread">
        {picked.number === null ? null : (
          <li className="done">
            <span className="thread-label">{m.contribution({ n: picked.number })}</span>
            {picked.text === null ? <p className="quiet">{m.gone}</p> : <Typed as="blockquote">{picked.text}</Typed>}
          </li>
        )}
        {themes.map(({ key, name, people, needs }) => (
          <li key={key} className="done">
            <span className="thread-label">{m.theme}</span>
            <span className="thread-title">
              <Written>{name}</Written>
            </span>
            <p>{m.behind({ needs: needs.length, people })}</p>
          </li>
        ))}
        {themes.length === 0 ? (
          <li className="stopped">
            <p>{m.noTheme}</p>
          </li>
        ) : null}
        <li className={sentences.length > 0 ? "done" : "stopped"}>
          <span className="thread-label">{m.inReport}</span>
          {sentences.length > 0 ? (
            <ul>
              {sentences.map(({ id, text }) => (
                <li key={id}>
                  <a href={`${report}#${id}`}>
                    <Written>{text}</Written>
                  </a>
                </li>
              ))}
            </ul>
          ) : (
            <p>{m.noSentence}</p>
          )}
        </li>
        <li className={items.length > 0 ? "done" : "stopped"}>
          <span className="thread-label">{m.inProgramme}</span>
          {items.length > 0 ? (
            <ul>
              {items.map(({ number, title: name, state }) => (
                <li key={number}>
                  <a href={programme}>
                    <Written>{name}</Written>
                  </a>{" "}
                  ({states[state]})
                </li>
              ))}
            </ul>
          ) : (
            <p>{m.noItem}</p>
          )}
        </li>
      </ol>
    </section>
  );
}

function List({ shown, states }: { shown: ThreadsShown; states: States }) {
  const m = useWords(threadsWords);
  const { threads, report, programme } = shown;
  const links = (
    list: readonly { readonly key: string; readonly href: string; readonly text: string; readonly more?: string }[],
  ) =>
    list.length === 0 ? (
      m.none
    ) : (
      <ul className="plain">
        {list.map(({ key, href, text, more }) => (
          <li key={key}>
            <a href={href}>
              <Written>{text}</Written>
            </a>
            {more ? ` (${more})` : null}
          </li>
        ))}
      </ul>
    );
  return (
    <DataTable
      caption={m.list}
      rowHeaders
      narrow="stack"
      columns={[
        { key: "theme", head: m.theme },
        { key: "needs", head: m.needs, numeric: true },
        { key: "people", head: m.peopleHead, numeric: true },
        { key: "sentences", head: m.inReport },
        { key: "items", head: m.inProgramme },
      ]}
      rows={threads.themes.map(({ key, name, people, needs }) => ({
        key,
        chosen: shown.picked?.themes.includes(key),
        cells: {
          theme: (
            <a href={`?thema=${key}#draad`}>
              <Written>{name}</Written>
            </a>
          ),
          needs: needs.length,
          people,
          sentences: links(
            threads.sentences
              .filter(({ themes }) => themes.includes(key))
              .map(({ id, text }) => ({ key: id, href: `${report}#${id}`, text })),
          ),
          items: links(
            threads.items
              .filter(({ themes }) => themes.includes(key))
              .map(({ number, title, state }) => ({ key: `${number}`, href: programme, text: title, more: states[state] ?? "" })),
          ),
        },
      }))}
    />
  );
}
