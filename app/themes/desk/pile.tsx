import { useLayoutEffect, useRef } from "react";
import { Form, Link } from "react-router";
import { useWords } from "../../language/words.ts";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { NumberBadge } from "../../ui/tag.tsx";
import { themesWords } from "../messages/themes.ts";
import { Along } from "./along.tsx";
import type { Desk, NeedDetail, ThemeLine } from "./desk.ts";
import { ManyPut } from "./many.tsx";
import { NeedList } from "./need-list.tsx";
import { NeedDetails, NeedOrigin } from "./need-view.tsx";
import { useAtWork } from "./news.tsx";
import { SearchNeeds } from "./search-needs.tsx";
import { useWith } from "./use-with.tsx";

/** The needs without a place: one lies open, the others wait below. */
export function Pile({ desk, search, mayWrite }: { desk: Desk; search: string; mayWrite: boolean }) {
  const m = useWords(themesWords);
  const { pile, themes } = desk;
  return (
    <section aria-labelledby="stapel" className="pile">
      <div className="section-head">
        <h2 id="stapel">
          {m.pile} <NumberBadge value={pile.size} label={m.pileCount({ n: pile.size })} soft />
        </h2>
      </div>
      <SearchNeeds label={m.search} search={search} found={pile.list.found} size={pile.size} />
      {pile.gone ? <Refusal>{m.gone}</Refusal> : null}
      {pile.current ? <OpenNeed need={pile.current} themes={themes} pile={pile} mayWrite={mayWrite} /> : null}
      {pile.list.found === 0 ? <p>{m.nothingFound}</p> : null}
      {mayWrite && themes.length > 0 && pile.list.found > 1 ? (
        <ManyPut themes={themes} found={pile.list.found} search={search} />
      ) : null}
      <NeedList
        list={pile.list}
        stand={desk.stand}
        theme={null}
        from={null}
        search={search}
        at={pile.at}
        current={pile.current?.id ?? null}
        themes={themes}
        mayWrite={mayWrite && themes.length > 0}
        label={m.pile}
      />
    </section>
  );
}

interface OpenNeedProps {
  readonly need: NeedDetail;
  readonly themes: readonly ThemeLine[];
  readonly pile: Desk["pile"];
  readonly mayWrite: boolean;
}

function OpenNeed({ need, themes, pile: { next, afterwards, previous }, mayWrite }: OpenNeedProps) {
  const m = useWords(themesWords);
  const heading = useFollowedHeading(need.id);
  const to = useWith({ behoefte: next });
  const back = useWith({ behoefte: previous });
  return (
    <article className="card chosen need-open" aria-labelledby="openligt">
      <p className="eyebrow">
        {m.number({ n: need.number })}. {m.behind({ n: need.people })}
      </p>
      <Typed as="h3" id="openligt" tabIndex={-1} ref={heading}>
        {need.text}
      </Typed>
      <NeedOrigin need={need} time={need.createdAt} />
      <AlsoHere number={need.number} />
      {need.place ? (
        <Notice
          variant="warn"
          live="polite"
          title={m.placed.title({ theme: need.place.name, name: need.place.by ?? m.somebody })}
        >
          {m.placed.text}
        </Notice>
      ) : null}
      <NeedDetails need={need} />
      {mayWrite && themes.length > 0 ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="at" value={need.place?.theme ?? ""} />
          <input type="hidden" name="next" value={afterwards ?? ""} />
          <Along need={need} />
          <Best need={need} themes={themes} />
          <fieldset className="places">
            <legend>{need.best.length > 0 ? m.restOf : m.where}</legend>
            {themes
              .filter(({ id }) => id !== need.place?.theme)
              .map(({ id, letter, name }) => (
                <button
                  type="submit"
                  key={id}
                  className="place"
                  name="one"
                  value={`${need.id}:${id}`}
                  data-letter={letter ?? undefined}
                >
                  {letter ? <kbd>{letter}</kbd> : null}
                  <span>
                    <Written>{name}</Written>
                  </span>
                </button>
              ))}
          </fieldset>
        </Form>
      ) : null}
      <p className="small need-later">
        {previous ? (
          <Link className="nl-link" to={back} preventScrollReset data-letter="P">
            {m.previous}
          </Link>
        ) : null}
        {next && next !== need.id ? (
          <Link className="nl-link" to={to} preventScrollReset data-letter="L">
            {m.later}
          </Link>
        ) : null}
      </p>
    </article>
  );
}

function AlsoHere({ number }: { number: number }) {
  const m = useWords(themesWords);
  const readers = useAtWork().filter(({ need }) => need === number);
  return readers.map(({ id, name }) => (
    <p key={id} className="small at-work" role="status">
      {m.here.readsToo({ name: name ?? m.somebody })}
    </p>
  ));
}

function Best({ need, themes }: { need: NeedDetail; themes: readonly ThemeLine[] }) {
  const m = useWords(themesWords);
  if (need.best.length === 0) return null;
  return (
    <fieldset className="places">
      <legend>{m.best}</legend>
      {need.best.map(({ theme, times }, at) => (
        <button type="submit" key={theme} className="place best" name="one" value={`${need.id}:${theme}`} data-letter={at + 1}>
          <kbd>{at + 1}</kbd>
          <span>
            <Written>{themes.find(({ id }) => id === theme)?.name}</Written>
            {times === null ? null : <span className="small quiet">{m.times({ n: times })}</span>}
          </span>
        </button>
      ))}
    </fieldset>
  );
}

/** When a need was placed, the next one takes the focus, so that who works by keyboard reads on. */
function useFollowedHeading(id: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(id);
  useLayoutEffect(() => {
    if (before.current !== id) heading.current?.focus({ preventScroll: true });
    before.current = id;
  }, [id]);
  return heading;
}
