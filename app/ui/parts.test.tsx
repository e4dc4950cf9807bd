import { renderToStaticMarkup as html } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { expect, test } from "vitest";
import { Specimen, specimens } from "../../tests/specimen/specimen.tsx";
import { Button, LinkButton } from "./button.tsx";
import { Bar } from "./chart/bar.tsx";
import { Marks } from "./chart/marks.tsx";
import { Rail } from "./chart/rail.tsx";
import { TableDrawing } from "./chart/table-drawing.tsx";
import { Thread } from "./chart/thread.tsx";
import { columnsOf, DataTable } from "./data-table.tsx";
import { FieldMark } from "./form/field-mark.tsx";
import { Dialog } from "./layout/dialog.tsx";
import { PublicPage, RoomPage, TeamPage } from "./layout/shell.tsx";
import { Notice, Refusal } from "./notice.tsx";
import { Progress } from "./progress.tsx";
import { NumberBadge } from "./tag.tsx";
import { Timer } from "./timer.tsx";

const inRouter = (page: React.ReactNode) => html(<MemoryRouter>{page}</MemoryRouter>);

test("buttons are those of the NL Design System and send their form", () => {
  expect(
    html(
      <Button name="step" value="4">
        Volgende
      </Button>,
    ),
  ).toMatch(/<button type="submit" class="utrecht-button utrecht-button--primary-action".*>Volgende<\/button>/);
  expect(
    html(
      <Button variant="quiet" danger size="small">
        Weg
      </Button>,
    ),
  ).toContain("utrecht-button--subtle utrecht-button--danger button-small");
  expect(
    html(
      <LinkButton href="/a" variant="secondary">
        Lees
      </LinkButton>,
    ),
  ).toContain('<a href="/a" class="utrecht-button utrecht-button--secondary-action">');
});

test("a button with an icon alone still has a name", () => {
  expect(
    html(
      <Button icon="up" iconOnly>
        Zet hoger
      </Button>,
    ),
  ).toContain('<span class="visually-hidden">Zet hoger</span>');
});

test("a mark is decoration unless it has a name", () => {
  expect(html(<FieldMark shape={3} />)).toContain('aria-hidden="true"');
  expect(html(<FieldMark shape={3} label="Zaad" />)).toContain('role="img" aria-label="Zaad"');
  expect(html(<FieldMark shape={9} />)).toContain("#shape-2");
});

test("every mark that is pointed at exists, once", () => {
  const page = inRouter(
    <>
      <Marks />
      {specimens.map((name) => (
        <Specimen key={name} name={name} />
      ))}
    </>,
  );
  const ids = [...page.matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, used] of page.matchAll(/<use [^>]*href="#([^"]+)"/g)) expect(ids).toContain(used);
});

test("the specimen has no style attribute, and no id twice on a page", () => {
  for (const name of specimens) {
    const page = inRouter(<Specimen name={name} />);
    expect(page).not.toContain("style=");
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const [, list] of page.matchAll(/aria-(?:labelledby|describedby|controls)="([^"]+)"/g))
      for (const id of (list ?? "").split(" ")) expect(ids).toContain(id);
  }
});

test("a notice speaks only when asked", () => {
  expect(html(<Notice>Tekst</Notice>)).not.toContain("role=");
  expect(
    html(
      <Notice variant="success" live="polite">
        Bewaard
      </Notice>,
    ),
  ).toContain('role="status"');
  expect(
    html(
      <Notice variant="error" live="at-once">
        Mis
      </Notice>,
    ),
  ).toContain('class="utrecht-alert utrecht-alert--error" role="alert"');
});

test("a timer is a timer with a name and no live region", () => {
  const page = html(<Timer seconds={380} label="Resterende tijd" before="nog" detail="tot 10.05 uur" />);
  expect(page).toContain('role="timer" aria-label="Resterende tijd"');
  expect(page).toContain("nog 6:20");
  expect(page).not.toContain("aria-live");
  expect(page).not.toContain("soon");
  expect(html(<Timer seconds={59} label="Tijd" />)).toContain("soon");
});

test("a table has its caption, scopes and figures", () => {
  const page = html(
    <DataTable
      caption="Bedden"
      reading="Er zijn er twee."
      rowHeaders
      narrow="stack"
      columns={[
        { key: "a", head: "Bed" },
        { key: "b", head: "Maat", numeric: true },
      ]}
      rows={[{ key: "1", cells: { a: "Munt", b: 4 } }]}
      total={{ a: "Samen", b: 4 }}
    />,
  );
  expect(page).toMatch(/<caption id="([^"]+)">Bedden<span class="reading">Er zijn er twee\.<\/span><\/caption>/);
  expect(page).toContain('<th scope="row" role="rowheader">Munt</th>');
  expect(page).toContain('<td role="cell" class="num" data-label="Maat">');
  expect(page).toContain("<tfoot");
});

test("a bar keeps within its track", () => {
  expect(html(<Bar share={1.2} low={-0.1} high={1.4} text="100%" />)).toMatch(/width="100%".*x1="0%" x2="100%"/);
});

test("a table of people says itself in one sentence", () => {
  const page = html(
    <TableDrawing
      label="Twee mensen aan tafel"
      centre={4}
      seats={[{ state: "you", shape: 1, label: "Uw plek" }, { state: "empty" }]}
    />,
  );
  expect(page).toContain('role="img" aria-label="Twee mensen aan tafel"');
  expect(page).toContain("<title>Uw plek</title>");
  expect(page).toContain(">4</text>");
});

test("a thread says each state in a word", () => {
  const page = html(
    <Thread
      items={[
        { key: "a", state: "start", shape: 2, title: "Idee" },
        { key: "b", state: "to-come", stateWord: "komt nog", title: "Besluit" },
      ]}
    />,
  );
  expect(page).toContain('<li class="to-come">');
  expect(page).toContain("komt nog");
});

test("a dialog is named by its title", () => {
  const page = html(
    <Dialog id="d" title="Zeker?" closeWord="Sluit" open={false} onClose={() => {}}>
      Tekst
    </Dialog>,
  );
  expect(page).toContain('aria-labelledby="d-title"');
  expect(page).not.toContain("open=");
});

test("progress and badge carry their number in words", () => {
  expect(html(<Progress label="Gelezen" text="3 van 9" value={3} max={9} />)).toMatch(/3 van 9.*<progress[^>]*value="3"/);
  expect(html(<NumberBadge value={12} label="12 mensen" />)).toContain(
    '<span class="nl-number-badge__hidden-label">12 mensen</span>',
  );
});

test("a section is named by its heading", () => {
  expect(
    html(
      <Rail id="wie" heading="Voor wie">
        Tekst
      </Rail>,
    ),
  ).toContain('<section class="rail" aria-labelledby="wie"><div><h2 id="wie">Voor wie</h2>');
});

test("each shell has one skip link to one main, a header and a footer", () => {
  const site = { skipText: "Naar de inhoud", siteName: "Tuin", home: { href: "/" }, footer: "Voet" };
  const pages = [
    <PublicPage key="p" {...site}>
      Inhoud
    </PublicPage>,
    <TeamPage key="t" {...site} stationsLabel="Pad" stations={[{ label: "Plan", to: "/plan", state: "now", current: true }]}>
      Inhoud
    </TeamPage>,
    <RoomPage key="r" skipText="Naar de inhoud" place="Tafel 7" footer="Voet">
      Inhoud
    </RoomPage>,
  ];
  for (const page of pages.map(inRouter)) {
    expect(page).toContain('href="#main">Naar de inhoud</a>');
    expect(page.match(/<main id="main"/g)).toHaveLength(1);
    expect(page.match(/<header/g)).toHaveLength(1);
    expect(page.match(/<footer/g)).toHaveLength(1);
  }
  expect(inRouter(pages[1])).toContain('aria-current="page"');
});

test("columns that go by their key are called as the words say", () => {
  expect(columnsOf({ state: "Stand", when: "Wanneer" }, "when", "state")).toEqual([
    { key: "when", head: "Wanneer" },
    { key: "state", head: "Stand" },
  ]);
});

test("a refusal is a warning that is said at once", () => {
  expect(html(<Refusal>Kan nu niet</Refusal>)).toBe(
    html(
      <Notice variant="warn" live="at-once">
        Kan nu niet
      </Notice>,
    ),
  );
});
