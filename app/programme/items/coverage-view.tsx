import { useWords } from "../../language/words.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Around, Typed, Written } from "../../ui/form/typed.tsx";
import { coverageWords } from "../messages/coverage.ts";
import type { Side } from "./coverage.ts";

interface Props {
  readonly coverage: {
    readonly needs: {
      readonly all: number;
      readonly served: number;
      readonly left: readonly { readonly number: number; readonly text: string }[];
    };
    readonly themes: { readonly all: number; readonly left: readonly { readonly id: string; readonly name: string }[] };
    readonly items: readonly { readonly number: number; readonly title: string }[];
    readonly sides: Readonly<Record<"fields" | "parties" | "areas", Side>>;
    readonly list: {
      readonly listed: readonly { readonly name: string; readonly items: readonly number[] }[];
      readonly others: readonly { readonly name: string; readonly items: readonly number[] }[];
    } | null;
  };
  readonly itemAt: (number: number) => string;
  /** The way from a theme without an item to a new one; only for who may make it. */
  readonly makeFor?: (theme: string) => string;
}

const shown = 10;

/** What of the harvest has an item, and for whom the items are; nothing is ranked. */
export function CoverageView({ coverage, itemAt, makeFor }: Props) {
  const m = useWords(coverageWords);
  const { needs, themes, sides, list, items } = coverage;
  const links = (numbers: readonly number[]) =>
    numbers.length === 0 ? (
      <span className="quiet">{m.noItem}</span>
    ) : (
      <ul className="plain">
        {numbers.map((number) => (
          <li key={number}>
            <a href={itemAt(number)}>
              <Around
                words={{ title: items.find((one) => one.number === number)?.title ?? "" }}
                say={(p) => m.item({ n: number, ...p })}
              />
            </a>
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <Rail id="behoeften" heading={m.needs.heading}>
        <p>{m.needs.of({ n: needs.served, of: needs.all })}</p>
        {themes.all > 0 ? <p>{m.themes.of({ n: themes.all - themes.left.length, of: themes.all })}</p> : null}
        {themes.left.length > 0 ? (
          <>
            <h3>{m.themes.left}</h3>
            <ul>
              {themes.left.map(({ id, name }) => (
                <li key={id}>
                  <Written>{name}</Written>{" "}
                  {makeFor ? (
                    <a href={makeFor(id)}>
                      {m.make}
                      <span className="visually-hidden">
                        {" "}
                        (<Written>{name}</Written>)
                      </span>
                    </a>
                  ) : null}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {needs.left.length > 0 ? (
          <>
            <h3>{m.needs.left}</h3>
            <ul>
              {needs.left.slice(0, shown).map(({ number, text }) => (
                <Typed as="li" key={number}>
                  {text}
                </Typed>
              ))}
            </ul>
            {needs.left.length > shown ? <p className="quiet">{m.needs.more({ n: needs.left.length - shown })}</p> : null}
          </>
        ) : null}
      </Rail>
      {(["fields", "parties", "areas"] as const).map((side) => (
        <Rail key={side} id={side} heading={m.sides[side].heading}>
          {sides[side].everybody.length > 0 ? (
            <p>{m.everybody({ n: sides[side].everybody.length })}</p>
          ) : (
            <p>{m.nothingForAll}</p>
          )}
          <DataTable
            caption={m.sides[side].caption}
            captionHidden
            rowHeaders
            narrow="stack"
            columns={[
              { key: "name", head: m.sides[side].name },
              { key: "items", head: m.itemsFor },
            ]}
            rows={sides[side].each.map(({ id, name, items: numbers }) => ({
              key: id,
              cells: { name: <Written>{name}</Written>, items: links(numbers) },
            }))}
          />
        </Rail>
      ))}
      {list ? (
        <Rail id="lijst" heading={m.list.heading}>
          <p>{m.list.text}</p>
          <DataTable
            caption={m.list.caption}
            captionHidden
            rowHeaders
            narrow="stack"
            columns={[
              { key: "name", head: m.list.name },
              { key: "items", head: m.list.chosen },
            ]}
            rows={list.listed.map(({ name, items: numbers }) => ({ key: name, cells: { name, items: links(numbers) } }))}
          />
          {list.others.length > 0 ? (
            <>
              <h3>{m.list.others}</h3>
              <ul>
                {list.others.map(({ name, items: numbers }) => (
                  <li key={name}>
                    <Written>{name}</Written>
                    {links(numbers)}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </Rail>
      ) : null}
    </>
  );
}
