import { Link, useSearchParams } from "react-router";
import { useWords } from "../../language/words.ts";
import { themesWords } from "../messages/themes.ts";
import type { Listed } from "./desk.ts";
import { type ListProps, NeedRow } from "./need-row.tsx";
import { ScrollList } from "./scroll-list.tsx";
import { useScript } from "./use-script.tsx";
import { useWith } from "./use-with.tsx";

/** A list of needs, however long: with script one scrolls through all of it, without or by choice one turns pages. */
export function NeedList(props: ListProps) {
  const m = useWords(themesWords).list;
  const script = useScript();
  const [asked] = useSearchParams();
  const pages = asked.get("lijst") === "bladen";
  const scroll = useWith({ lijst: null, vanaf: null });
  const turn = useWith({ lijst: "bladen" });
  const { list, ...row } = props;
  if (list.found === 0) return null;
  const isLong = list.found > list.shown.length || list.from > 0;
  return (
    <>
      {script && isLong ? (
        <p className="small list-kind">
          <Link className="nl-link" to={pages ? scroll : turn} preventScrollReset>
            {pages ? m.scroll({ n: list.found }) : m.pages}
          </Link>
        </p>
      ) : null}
      {script && !pages && isLong ? (
        <ScrollList key={`${row.theme} ${row.search}`} {...props} />
      ) : (
        <>
          <ol className="plain reading" aria-label={row.label} start={list.from + 1}>
            {list.shown.map((need, at) => (
              <li key={need.id} aria-setsize={list.found} aria-posinset={list.from + at + 1}>
                <NeedRow {...row} need={need} place={list.from + at} />
              </li>
            ))}
          </ol>
          <Pages list={list} />
        </>
      )}
    </>
  );
}

function Pages({ list: { from, found, shown } }: { list: Listed }) {
  const m = useWords(themesWords).list;
  const size = Math.max(shown.length, 50);
  const before = useWith({ vanaf: from > size ? String(from - size) : null });
  const after = useWith({ vanaf: String(from + shown.length) });
  if (from === 0 && shown.length >= found) return null;
  return (
    <nav className="list-pages small" aria-label={m.turn}>
      {from > 0 ? (
        <Link className="nl-link" to={before} preventScrollReset>
          {m.before({ n: Math.min(size, from) })}
        </Link>
      ) : null}
      <span>{m.shown({ from: from + 1, to: from + shown.length, of: found })}</span>
      {from + shown.length < found ? (
        <Link className="nl-link" to={after} preventScrollReset>
          {m.after({ n: Math.min(size, found - from - shown.length) })}
        </Link>
      ) : null}
    </nav>
  );
}
