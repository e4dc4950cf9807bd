import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { readForm } from "./form.ts";

const shape = z.object({ text: z.string().min(1, "missing"), fields: z.array(z.string()) });
const formOf = (fields: readonly (readonly [string, string])[]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

test("fields that were not asked, or have the name of something of JavaScript itself, change nothing", () => {
  const nasty = ["__proto__", "constructor", "prototype", "__proto__[admin]", "constructor.prototype.admin", "toString"];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...nasty, "text", "fields"), fc.string()), { maxLength: 8 }), (fields) => {
      const read = readForm(shape, formOf([...fields, ["role", "administrator"]]), ["fields"]);
      expect(({} as Record<string, unknown>).admin).toBeUndefined();
      expect(Object.getPrototypeOf({})).toBe(Object.prototype);
      expect(typeof {}.toString).toBe("function");
      if (read.ok) expect(Object.keys(read.value).toSorted()).toEqual(["fields", "text"]);
    }),
  );
});

test("of a field that came twice the first counts, and all of it is given back", () => {
  const read = readForm(
    shape,
    formOf([
      ["text", "een"],
      ["text", "twee"],
    ]),
    ["fields"],
  );
  expect(read).toEqual({ ok: true, value: { text: "een", fields: [] } });
  expect(
    readForm(
      shape,
      formOf([
        ["text", ""],
        ["text", "twee"],
      ]),
      ["fields"],
    ),
  ).toMatchObject({
    ...{ ok: false, errors: { text: "missing" }, typed: { text: ",twee" } },
  });
});
