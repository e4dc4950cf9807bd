import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, test } from "vitest";
import { PageContext } from "../../language/page-context.ts";
import { type Choosable, type Marker, shortLists } from "../../session/weigh/short-lists.ts";
import { ShortListsView } from "./short-lists-view.tsx";

const names = [
  "Eén vast gezicht voor het hele gezin",
  "Rust in geld en papieren",
  "Een plek om elkaar te zien",
  "Taal",
  "Veilig",
  "Opvoeden",
];
const options = names.map(
  (name, at): Choosable => ({
    id: `t${at}`,
    number: at + 1,
    name,
    behind: 12 + at,
    needs: 9,
    weights: { light: at, heavy: 3, "very-heavy": 2 },
  }),
);
const fields = [
  { id: "f1", name: "wonen" },
  { id: "f2", name: "zorg en hulpverlening" },
];
const people = (count: number, choices: readonly string[], field: string): Marker[] =>
  Array.from({ length: count }, (_, at) => ({
    choices,
    field,
    party: `p${at % 2}`,
    organisation: `Organisatie ${at % 7}`,
    area: `GM${at % 4}`,
  }));
const lists = shortLists({ over: "themes", length: 3, options, fields: ["f1", "f2"], parties: ["p0", "p1"] }, [
  ...people(40, ["t0", "t1", "t2"], "f1"),
  ...people(14, ["t3", "t4"], "f2"),
  ...people(6, ["t3"], "f1"),
]);

function html(of = lists): string {
  const element = (
    <PageContext value={{ locale: "nl" }}>
      <ShortListsView lists={of} fields={fields} words={{}} level={2} />
    </PageContext>
  );
  return renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ id: "root", path: "/", element }])} />);
}
const text = (of?: typeof lists) =>
  html(of)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

test("each place says why, and who finds nothing back stands in plain words", () => {
  const said = text();
  expect(said).toContain("20 mensen, vooral uit zorg en hulpverlening, vinden hier niets van hun keuze terug.");
  expect(said).toContain("40 mensen kozen dit. Samen betalen zij deze plaats, ieder met hoogstens zo’n 50% van zijn deel.");
  expect(said).toContain("1 of 2 vakgebieden");
  expect(said).toContain("60 mensen zetten een stip bij iets dat op een lijst kan staan.");
});

test("with too few marks there is a sentence and no list", () => {
  const few = shortLists({ over: "themes", length: 3, options, fields: [], parties: [] }, people(3, ["t0"], "f1"));
  expect(text(few)).toContain("te weinig stippen");
  expect(html(few)).not.toContain("<ol");
});
