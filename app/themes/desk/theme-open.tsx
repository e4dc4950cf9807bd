import { useRef } from "react";
import { Form } from "react-router";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { Select } from "../../ui/form/select.tsx";
import { Around, Typed, Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { NumberBadge } from "../../ui/tag.tsx";
import { themesWords } from "../messages/themes.ts";
import type { TieLine } from "../tie.ts";
import { TieInsights } from "../tie-insights.tsx";
import { ChosenFields, manyForm } from "./chosen.tsx";
import type { Desk, ThemeLine } from "./desk.ts";
import type { Said } from "./desk-said.ts";
import { TickAll } from "./many.tsx";
import { NeedList } from "./need-list.tsx";
import { useAtWork } from "./news.tsx";
import { SearchNeeds } from "./search-needs.tsx";
import { errorLines } from "./theme-list.tsx";
import { ThemeWords, WordsWarning } from "./theme-words.tsx";

interface Props {
  readonly desk: Desk;
  readonly open: NonNullable<Desk["open"]>;
  readonly ties: readonly TieLine[];
  readonly mayWrite: boolean;
  readonly fresh: string;
  readonly said: Said | null;
  readonly search: string;
}

/** One theme: its needs, its words, and what can be done with it. */
export function OpenTheme({ desk, open, ties, mayWrite, fresh, said, search }: Props) {
  const m = useWords(themesWords);
  // what was split off has its name: the form begins anew
  const lastSplit = desk.decisions.find(({ kind, mine }) => kind === "split" && mine);
  const others = desk.themes.filter(({ id }) => id !== open.id).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section aria-labelledby="thema">
      <p className="small">
        <TextLink to="?">{m.theme.back}</TextLink>
      </p>
      <div className="section-head">
        <h2 id="thema">
          <Written>{open.name}</Written> <NumberBadge value={open.people} label={m.people({ n: open.people })} soft />
        </h2>
      </div>
      <AlsoHere theme={open.id} />
      {open.description ? <Typed as="p">{open.description}</Typed> : null}
      {open.phrases.length > 0 ? (
        <p className="small quiet">{m.theme.phrases({ phrases: open.phrases.map((phrase) => `‘${phrase}’`).join(", ") })}</p>
      ) : null}
      {mayWrite ? <WriteTheme key={open.written} open={open} last={desk.last} said={said} /> : null}
      <h3>{m.theme.needs}</h3>
      {open.needs > 0 ? (
        <SearchNeeds label={m.theme.search} search={search} found={open.list.found} size={open.needs} theme={open.id} />
      ) : null}
      {open.list.found === 0 ? <p>{open.needs === 0 ? m.theme.none : m.nothingFound}</p> : null}
      <NeedList
        list={open.list}
        stand={desk.stand}
        theme={open.id}
        from={open.id}
        search={search}
        at={-1}
        current={null}
        themes={desk.themes}
        mayWrite={mayWrite}
        label={m.theme.needs}
      />
      {mayWrite && open.list.found > 0 ? (
        <WithChosen key={lastSplit?.step} open={open} others={others} fresh={fresh} said={said} search={search} />
      ) : null}
      {mayWrite ? <TieInsights ties={ties} open={open} themes={desk.themes} /> : null}
      {mayWrite && others.length > 0 ? <MergeTheme open={open} others={others} /> : null}
      {mayWrite && open.needs === 0 ? (
        <Form method="post">
          <input type="hidden" name="theme" value={open.id} />
          <p className="actions">
            <Button variant="secondary" danger name="deed" value="remove">
              {m.theme.remove}
            </Button>
          </p>
        </Form>
      ) : null}
    </section>
  );
}

function AlsoHere({ theme }: { theme: string }) {
  const m = useWords(themesWords);
  return useAtWork()
    .filter((one) => one.theme === theme)
    .map(({ id, name }) => (
      <p key={id} className="small at-work" role="status">
        {m.here.opened({ name: name ?? m.somebody })}
      </p>
    ));
}

/** What one types stands on what one saw: a name that somebody else writes meanwhile does not slip by. */
function WriteTheme({ open, last, said }: { open: NonNullable<Desk["open"]>; last: number; said: Said | null }) {
  const m = useWords(themesWords);
  const own = said?.deed === "write" ? said : null;
  const theirs = own?.theirs ?? null;
  const seen = useSeen(last, theirs);
  const hint = (text: string | undefined) =>
    text === undefined ? undefined : (
      <span className="theirs">
        <Around words={{ text: text || m.conflict.empty }} say={m.conflict.theirs} />
      </span>
    );
  return (
    <Disclosure summary={m.theme.write} open={own !== null}>
      <Form method="post" noValidate preventScrollReset key={`${open.written} ${theirs ? "conflict" : ""}`}>
        {own ? <ErrorSummary heading={m.summary} errors={errorLines(own, m.errors, "write")} /> : null}
        {theirs ? (
          <Notice variant="warn" title={m.conflict.title} live="at-once">
            {m.conflict.text({ name: theirs.by ?? m.somebody })}
          </Notice>
        ) : null}
        <WordsWarning said={own} />
        <input type="hidden" name="theme" value={open.id} />
        <input type="hidden" name="seen" value={seen} />
        <ThemeWords
          id="write"
          values={own?.typed ?? open}
          errors={own?.errors}
          hint={hint(theirs?.name)}
          hints={{ description: hint(theirs?.description), seeds: hint(theirs?.seeds) }}
          seeds
        />
        <p className="actions">
          <Button variant="secondary" name="deed" value="write">
            {m.theme.save}
          </Button>
        </p>
      </Form>
    </Disclosure>
  );
}

/** The last thing done when the form was drawn, or drawn again with what somebody else wrote. */
function useSeen(last: number, theirs: object | null): number {
  const drawn = useRef({ last, theirs });
  if (theirs !== null && drawn.current.theirs !== theirs) drawn.current = { last, theirs };
  return drawn.current.last;
}

interface Chosen {
  readonly open: ThemeLine;
  readonly others: readonly { readonly value: string; readonly label: string }[];
}

function WithChosen({ open, others, fresh, said, search }: Chosen & Pick<Props, "open" | "fresh" | "said" | "search">) {
  const m = useWords(themesWords);
  const own = said?.deed === "split" ? said : null;
  return (
    <Form method="post" id={manyForm} className="many" noValidate preventScrollReset>
      {/* Enter in the name below splits: it presses the first button of a form */}
      <button type="submit" name="deed" value="split" hidden />
      <ChosenFields />
      <fieldset>
        <legend>{m.theme.withChosen}</legend>
        {own ? <ErrorSummary heading={m.summary} errors={errorLines(own, m.errors, "split")} /> : null}
        <input type="hidden" name="from" value={open.id} />
        <input type="hidden" name="theme" value={fresh} />
        <TickAll found={open.list.found} search={search} theme={open.id} />
        {others.length > 0 ? (
          <div className="inline-form">
            <Select name="to" label={m.theme.moveTo} emptyWord={m.many.choose} options={others} />
            <Button variant="secondary" name="deed" value="put">
              {m.theme.moveButton}
            </Button>
          </div>
        ) : null}
        <p className="row-actions">
          <Button variant="quiet" name="deed" value="take-out">
            {m.theme.takeOut}
          </Button>
        </p>
        <Disclosure summary={m.theme.split} open={own !== null}>
          <WordsWarning said={own} />
          <ThemeWords id="split" label={m.theme.splitName} values={own?.typed} errors={own?.errors} />
          <Button variant="secondary" name="deed" value="split">
            {m.theme.splitButton}
          </Button>
        </Disclosure>
      </fieldset>
    </Form>
  );
}

function MergeTheme({ open, others }: Chosen) {
  const m = useWords(themesWords).theme;
  const many = useWords(themesWords).many;
  return (
    <Disclosure summary={m.merge}>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="from" value={open.id} />
        <p className="small quiet">{m.mergeHint}</p>
        <div className="inline-form">
          <Select name="into" label={m.mergeInto} emptyWord={many.choose} options={others} />
          <Button variant="secondary" name="deed" value="merge">
            {m.mergeButton}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
