import { expect, test } from "vitest";
import { publicationShape } from "./draft.ts";

test("a first version asks nothing of what changed, a later one does", () => {
  const sent = { number: "1", sure: "ja" };
  expect(publicationShape(true).safeParse(sent)).toMatchObject({ success: true, data: { number: 1, change: "" } });
  expect(publicationShape(false).safeParse(sent).success).toBe(false);
  expect(publicationShape(false).safeParse({ ...sent, change: " " }).success).toBe(false);
  expect(publicationShape(false).safeParse({ ...sent, change: "Een cijfer is verbeterd" }).success).toBe(true);
  expect(publicationShape(true).safeParse({ number: "1" }).success).toBe(false);
});
