import { expect, test } from "vitest";
import { callShape, contactHref, differences, paragraphs } from "./call.ts";

test("a call needs a title, and says which text is too long", () => {
  const read = callShape.safeParse({ title: "  ", lead: "x".repeat(401), version: "3" });
  expect(read.success).toBe(false);
  expect(read.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([
    ["title", "missing"],
    ["lead", "too-long"],
  ]);
});

test("a call keeps its words and the version it was based on", () => {
  const read = callShape.parse({ title: "Veerkracht", lead: "Doe mee", version: "7" });
  expect(read).toMatchObject({ title: "Veerkracht", lead: "Doe mee", version: 7, purpose: "" });
});

test("differences are those of meaning, not of spaces at the end", () => {
  expect(differences({ lead: "a ", purpose: "b" }, { lead: "a", purpose: "c" })).toEqual(["purpose"]);
});

test("a blank line parts paragraphs", () => {
  expect(paragraphs("een\ntwee\n\n\ndrie\n")).toEqual(["een\ntwee", "drie"]);
});

test.each([
  ["vragen@voorbeeld.example", "mailto:vragen@voorbeeld.example"],
  ["070 123 45 67", "tel:0701234567"],
  ["Vraag het aan de balie", null],
  ["javascript:alert(1)@x", null],
])("the contact %s becomes %s", (contact, href) => {
  expect(contactHref(contact)).toBe(href);
});
