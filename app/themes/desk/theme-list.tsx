import { type ReactNode, useState } from "react";
import { Form } from "react-router";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Checkbox } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { NumberBadge } from "../../ui/tag.tsx";
import { themesWords } from "../messages/themes.ts";
import type { Desk, ThemeLine } from "./desk.ts";
import type { Said } from "./desk-said.ts";
import { useAtWork } from "./news.tsx";
import { ThemeWords, WordsWarning } from "./theme-words.tsx";

export function ThemeList({ desk, begin }: { desk: Desk; begin: ReactNode }) {
  const m = useWords(themesWords);
  return (
    <section aria-labelledby="themas">
      <div className="section-head">
        <h2 id="themas">
          {m.themes} <NumberBadge value={desk.themes.length} label={m.themesCount({ n: desk.themes.length })} soft />
        </h2>
        {desk.themes.length > 0 ? <p className="small quiet">{m.dot}</p> : null}
      </div>
      {desk.themes.length === 0 ? (
        <>
          <Empty title={m.noThemes}>{m.noThemesText}</Empty>
          {begin}
        </>
      ) : (
        <>
          <ol className="plain theme-list">
            {desk.themes.map((theme) => (
              <ThemeLineView key={theme.id} theme={theme} open={desk.open?.id === theme.id} />
            ))}
          </ol>
          <p className="small quiet">{m.together({ n: desk.people })}</p>
        </>
      )}
    </section>
  );
}

function ThemeLineView({ theme, open }: { theme: ThemeLine; open: boolean }) {
  const m = useWords(themesWords);
  const readers = useAtWork().filter((one) => one.theme === theme.id);
  return (
    <li className={open ? "chosen" : undefined} data-drop={theme.id}>
      {theme.letter ? <kbd>{theme.letter}</kbd> : <span />}
      <div>
        <h3>
          <TextLink to={`?thema=${theme.id}`} aria-current={open ? "true" : undefined}>
            <Written>{theme.name}</Written>
          </TextLink>
        </h3>
        <PeopleDots n={theme.people} />
        {readers.map(({ id, name }) => (
          <p key={id} className="small at-work">
            {m.here.opened({ name: name ?? m.somebody })}
          </p>
        ))}
        <p className="small quiet">
          {m.line({ needs: theme.needs, fields: theme.fields })}
          {theme.bySelf > 0 ? `, ${m.machine.inTheme({ n: theme.bySelf })}` : ""}
        </p>
      </div>
      <p className="n">
        <span className="num">{theme.people}</span> <span className="small quiet">{m.peopleWord({ n: theme.people })}</span>
      </p>
    </li>
  );
}

const perRow = 20;

/** One dot is one person; it repeats the number beside it. */
function PeopleDots({ n }: { n: number }) {
  const rows = Math.ceil(n / perRow);
  if (rows === 0 || rows > 6) return null;
  return (
    <svg className="people-dots" viewBox={`0 0 220 ${rows * 11}`} width="220" height={rows * 11} aria-hidden="true">
      {Array.from({ length: n }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
        <circle key={at} cx={5 + (at % perRow) * 11} cy={5 + Math.floor(at / perRow) * 11} r="4" />
      ))}
    </svg>
  );
}

/** A first frame: the fields as themes. Each brings its id along, so that a double click makes them once. */
export function Begin({ begin }: { begin: readonly string[] }) {
  const m = useWords(themesWords).begin;
  return (
    <Form method="post" preventScrollReset>
      <p className="small">{m.text}</p>
      {begin.map((pair) => (
        <input key={pair} type="hidden" name="begin" value={pair} />
      ))}
      <Button variant="secondary" name="deed" value="begin">
        {m.button({ n: begin.length })}
      </Button>
    </Form>
  );
}

/** A new theme, at once with the need that gave it its name. */
export function AddTheme(props: { desk: Desk; fresh: string; said: Said | null }) {
  // As long as the theme was not made its form stays as it is, whatever others add meanwhile.
  const [id, renew] = useState(props.fresh);
  if (props.desk.themes.some((theme) => theme.id === id) && id !== props.fresh) renew(props.fresh);
  return <AddThemeForm key={id} {...props} fresh={id} />;
}

function AddThemeForm({ desk, fresh, said }: { desk: Desk; fresh: string; said: Said | null }) {
  const m = useWords(themesWords);
  const own = said?.deed === "add" ? said : null;
  const current = desk.open ? null : desk.pile.current;
  return (
    <section aria-labelledby="nieuw" className="add-theme">
      <h3 id="nieuw">{m.add.heading}</h3>
      <Form method="post" noValidate preventScrollReset>
        {own ? <ErrorSummary heading={m.summary} errors={errorLines(own, m.errors, "add")} /> : null}
        <WordsWarning said={own} />
        <input type="hidden" name="theme" value={fresh} />
        <ThemeWords id="add" hint={m.add.nameHint} values={own?.typed} errors={own?.errors} />
        {current ? <Checkbox name="needs" value={current.id} label={m.add.withNeed} defaultChecked /> : null}
        {current?.wordings
          .filter(({ theme }) => theme === null)
          .map(({ id: other, text }) => (
            <Checkbox
              key={other}
              id={`needs-${other}`}
              name="needs"
              value={other}
              label={m.add.withWording({ text })}
              defaultChecked
            />
          ))}
        <p className="actions">
          <Button variant={desk.themes.length === 0 ? "primary" : "secondary"} name="deed" value="add">
            {m.add.button}
          </Button>
        </p>
      </Form>
    </section>
  );
}

/** Fields that people type in; several forms of the desk have them. */
export const wordFields: ReadonlySet<string> = new Set(["name", "description", "seeds"]);

/** The errors of a form of the desk in words, linked to its fields. */
export function errorLines(said: Said, words: Readonly<Record<string, string>>, id: string) {
  return Object.entries(said.errors).map(([field, code]) => ({
    field: wordFields.has(field) ? `${field}-${id}` : field,
    text: words[code] ?? words.gone ?? code,
  }));
}
