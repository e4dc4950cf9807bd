import { useWords } from "../../language/words.ts";
import type { Coverage, ShortLists, Spread, TestedBy } from "../../session/weigh/short-lists.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Around, Typed } from "../../ui/form/typed.tsx";
import { prioritiesWords } from "./messages/priorities.ts";
import "./short-lists.css";

interface Props {
  readonly lists: ShortLists;
  readonly fields: readonly { readonly id: string; readonly name: string }[];
  /** Words of needs by id; those of themes stand in the lists. */
  readonly words: Readonly<Record<string, string>>;
  /** The address of what stands behind a choice, where there is one. */
  readonly linkTo?: (id: string) => string | undefined;
  /** Of its headings. */
  readonly level: 2 | 3;
}

/** Three lists of the same marks beside each other, each place with its reason, and who finds nothing back. */
export function ShortListsView({ lists, fields, words, linkTo, level }: Props) {
  const m = useWords(prioritiesWords);
  const Heading = level === 2 ? "h2" : "h3";
  if (lists.people === null) return <p>{m.lists.tooFew}</p>;
  const known = new Map(lists.options.map((one) => [one.id, one]));
  const nameOf = (id: string) => known.get(id)?.name ?? words[id] ?? m.lists.gone;
  const peopleOf = (id: string) => known.get(id)?.people ?? 0;
  const mostly = (ids: readonly string[]) => ids.flatMap((id) => fields.find((one) => one.id === id)?.name ?? []);
  const nothing = (of: Coverage) =>
    of.status === "some" ? m.nothing.some({ people: of.people, mostly: mostly(of.mostly) }) : m.nothing[of.status];
  const either = lists.nothing.either;
  return (
    <>
      <p>
        {m.lists.everybody({ n: lists.people })} {lists.withheld > 0 ? m.lists.withheld({ n: lists.withheld }) : null}
      </p>
      <div className="short-lists">
        <section>
          <Heading>{m.lists.count}</Heading>
          <p className="small">{m.lists.countText}</p>
          <ol>
            {lists.count.map((id) => (
              <Place key={id} name={nameOf(id)} href={linkTo?.(id)} why={m.why.count({ people: peopleOf(id) })} />
            ))}
          </ol>
          <p className="found">{nothing(lists.nothing.count)}</p>
        </section>
        <section>
          <Heading>{m.lists.shares}</Heading>
          <p className="small">{m.lists.sharesText({ length: lists.length })}</p>
          <ol>
            {lists.shares.map((one) => {
              const people = peopleOf(one.id);
              const why =
                one.why === "paid"
                  ? m.why.paid({ people, share: one.share })
                  : one.why === "uncovered"
                    ? m.why.uncovered({ people, covers: one.covers })
                    : m.why.rest({ people });
              return <Place key={one.id} name={nameOf(one.id)} href={linkTo?.(one.id)} why={why} />;
            })}
          </ol>
          <p className="found">{nothing(lists.nothing.shares)}</p>
        </section>
        <section>
          <Heading>{m.lists.pav}</Heading>
          <p className="small">
            {m.lists.pavText} {lists.pav.method === "step-by-step" ? m.lists.steps : null}
          </p>
          <ol>
            {lists.pav.list.map((id) => (
              <Place key={id} name={nameOf(id)} href={linkTo?.(id)} why={m.why.count({ people: peopleOf(id) })} />
            ))}
          </ol>
          <p className="found">{nothing(lists.nothing.pav)}</p>
        </section>
      </div>
      <Heading>{m.nothing.eitherTitle}</Heading>
      <p>
        {either.status === "some"
          ? m.nothing.eitherSome({ people: either.people, mostly: mostly(either.mostly) })
          : m.nothing.either[either.status]}
      </p>
      <Heading>{m.table.title}</Heading>
      <Behind lists={lists} nameOf={nameOf} />
      <p className="small">{m.table.nowhere}</p>
      <Tested lists={lists} nameOf={nameOf} fields={fields} words={words} Heading={Heading} />
      <p className="small quiet">{m.method}</p>
    </>
  );
}

type TestedProps = Pick<Props, "lists" | "fields" | "words"> & {
  readonly nameOf: (id: string) => string;
  readonly Heading: "h2" | "h3";
};

/** What the practice check said of insights that are tied to what could be chosen. */
function Tested({ lists, nameOf, fields, words, Heading }: TestedProps) {
  const m = useWords(prioritiesWords).tested;
  const tested = lists.options.filter(({ tested = [] }) => tested.length > 0);
  if (tested.length === 0) return null;
  const said = ({ all, lowest }: TestedBy) => {
    const least = lowest && fields.find(({ id }) => id === lowest.who)?.name;
    return [all ? m.all(all) : m.notTold, lowest && least ? m.lowest({ ...lowest, field: least }) : ""].filter(Boolean).join(" ");
  };
  return (
    <>
      <Heading>{m.title}</Heading>
      <p className="small">{m.text}</p>
      <dl className="tested-themes">
        {tested.map(({ id, tested: by = [] }) => (
          <div key={id}>
            <Typed as="dt">{nameOf(id)}</Typed>
            {by.map((one) => (
              <dd key={one.insight}>
                <span className="as-typed">
                  <Around words={{ text: words[one.insight] ?? m.gone }} say={(p) => m.insight({ number: one.number, ...p })} />
                </span>
                <br />
                <span className="small">{said(one)}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  );
}

function Place({ name, href, why }: { name: string; href: string | undefined; why: string }) {
  return (
    <li>
      <Typed as="strong">{href ? <a href={href}>{name}</a> : name}</Typed>
      <br />
      <span className="small">{why}</span>
    </li>
  );
}

function Behind({ lists, nameOf }: { lists: ShortLists; nameOf: (id: string) => string }) {
  const m = useWords(prioritiesWords).table;
  const spread = (of: Spread) => (of === "few" ? m.few : String(of));
  const placeIn = (list: readonly string[], id: string) => (list.includes(id) ? list.indexOf(id) + 1 : null);
  const shares = lists.shares.map(({ id }) => id);
  return (
    <DataTable
      caption={m.caption}
      rowHeaders
      narrow="stack"
      columns={[
        { key: "what", head: m.what[lists.over] },
        { key: "people", head: m.people, numeric: true },
        { key: "behind", head: m.behind, numeric: true },
        { key: "spread", head: m.spread },
        { key: "weight", head: m.weight },
        { key: "where", head: m.where },
      ]}
      rows={lists.options.map((one) => ({
        key: one.id,
        cells: {
          what: <Typed>{nameOf(one.id)}</Typed>,
          people: one.people,
          behind: one.behind,
          spread: m.spreadOf({
            fields: spread(one.spread.fields),
            parties: spread(one.spread.parties),
            organisations: spread(one.spread.organisations),
            areas: spread(one.spread.areas),
          }),
          weight: m.weightOf({ light: one.weights.light, heavy: one.weights.heavy, very: one.weights["very-heavy"] }),
          where: m.places({
            count: placeIn(lists.count, one.id),
            shares: placeIn(shares, one.id),
            pav: placeIn(lists.pav.list, one.id),
          }),
        },
      }))}
    />
  );
}
