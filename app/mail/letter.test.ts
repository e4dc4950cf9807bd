import { expect, test } from "vitest";
import { letterHtml, letterText } from "./letter.ts";

test("an address at the end of a sentence is a link that breaks, and holds no markup of its own", () => {
  const letter = {
    ...{ subject: "Nieuws", greeting: "Beste Noor,", closing: "Het team" },
    parts: [{ kind: "link" as const, text: "Stoppen:", url: 'https://hier.example/post/"<b>' }],
  };
  expect(letterText(letter)).toContain('Stoppen:\nhttps://hier.example/post/"<b>');
  const html = letterHtml(letter, "nl");
  expect(html).toContain('<a href="https://hier.example/post/&quot;&lt;b&gt;" style="overflow-wrap:anywhere');
  expect(html).not.toContain("<b>");
});
