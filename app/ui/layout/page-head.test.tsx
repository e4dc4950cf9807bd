import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { PageHead } from "./page-head.tsx";

const drawn = (head: Parameters<typeof PageHead>[0]) => renderToString(<PageHead {...head} />);

test("a page begins with its heading; what was not given leaves no empty line", () => {
  expect(drawn({ title: "Programma" })).toBe('<div class="page-head"><h1>Programma</h1></div>');
});

test("eyebrow, heading, lead and links stand in this order", () => {
  expect(drawn({ title: "Vragen", eyebrow: "Schulden", lead: "Wat u vraagt.", children: <a href="/terug">Terug</a> })).toBe(
    '<div class="page-head"><p class="eyebrow">Schulden</p><h1>Vragen</h1><p class="lead">Wat u vraagt.</p><a href="/terug">Terug</a></div>',
  );
});
