import fc from "fast-check";
import { expect, test } from "vitest";
import { linkify } from "./linkify.ts";

test("addresses are found, without the sentence around them", () => {
  expect(linkify("Ga naar https://klankbord.example/mee/aB_-9, of bel.")).toEqual([
    { kind: "text", text: "Ga naar " },
    { kind: "link", text: "https://klankbord.example/mee/aB_-9" },
    { kind: "text", text: ", of bel." },
  ]);
  expect(linkify("javascript:alert(1)").some(({ kind }) => kind === "link")).toBe(false);
});

test("nothing of the text is lost", () => {
  fc.assert(
    fc.property(
      fc.string(),
      (text) =>
        linkify(text)
          .map((part) => part.text)
          .join("") === text,
    ),
  );
});
