import { expect, test } from "vitest";
import { errorLines, fieldOf } from "./error-words.ts";

test("a field has its name, its label, what was typed and what is wrong, in words", () => {
  const lines = errorLines({ mail: { missing: "Enter an address." } }, { mail: "missing" });
  expect(fieldOf("mail", { mail: "E-mail" }, { mail: "a@" }, lines)).toEqual({
    name: "mail",
    label: "E-mail",
    defaultValue: "a@",
    error: "Enter an address.",
  });
  expect(fieldOf("name", { name: "Name" }, {}, lines)).toMatchObject({ defaultValue: undefined, error: undefined });
});
