import fc from "fast-check";
import { expect, test } from "vitest";
import { contactOf, securityTxt } from "./security-txt.ts";

const origin = "https://dialoog.example";

test("it says whom to write to, in which languages, and until when", () => {
  const text = securityTxt({ origin, contact: contactOf("veilig@dialoog.example", origin) }, new Date("2026-04-16T07:30:00Z"));
  expect(text.split("\n")).toEqual([
    "Contact: mailto:veilig@dialoog.example",
    "Expires: 2027-02-10T00:00:00Z",
    "Preferred-Languages: nl, en",
    "Canonical: https://dialoog.example/.well-known/security.txt",
    "",
  ]);
});

test("without a setting it is the usual mailbox of the host", () => {
  expect(contactOf(undefined, origin)).toBe("mailto:security@dialoog.example");
  expect(contactOf("https://dialoog.example/melden", origin)).toBe("https://dialoog.example/melden");
});

test("it ends always within a year", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("2026-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }), (now) => {
      const expires = new Date(/Expires: (\S+)/.exec(securityTxt({ origin, contact: "mailto:a@b" }, now))?.[1] ?? "").getTime();
      const days = (expires - now.getTime()) / 86_400_000;
      expect(days > 290 && days < 365).toBe(true);
    }),
  );
});
