import fc from "fast-check";
import { expect, test } from "vitest";
import { readStatement } from "../../privacy/statements/statements.ts";
import { emptySite, logoType, mostLogoBytes, readSite, siteShape, withoutFixed } from "./site.ts";

const svg = (inside: string) => new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);

test("what is kept is read, and what is not good is as an installation begins", () => {
  expect(siteShape.parse(emptySite)).toEqual(emptySite);
  expect(readSite({ ...emptySite, organisation: "De Linde" }).organisation).toBe("De Linde");
  for (const wrong of [null, "x", { siteName: "" }, { ...emptySite, legalBasis: "zomaar" }])
    expect(readSite(wrong)).toEqual(emptySite);
});

test("an address that could do something else is refused", () => {
  for (const [field, typed] of [
    ["themeCssUrl", "javascript:alert(1)"],
    ["themeCssUrl", "http://elders.example/x.css"],
    ["themeCssUrl", "//elders.example/x.css"],
    ["accessReport", "data:text/html,x"],
    ["mailFrom", "x"],
    ["contact", "x@y"],
    ["themeClass", 'a"b'],
  ] as const)
    expect(siteShape.safeParse({ ...emptySite, [field]: typed }).success, `${field} ${typed}`).toBe(false);
  expect(siteShape.parse({ ...emptySite, mailFrom: "Dialoog\r\nBcc: x <d@voorbeeld.nl>" }).mailFrom).not.toMatch(/[\r\n]/);
});

test("what is fixed outside stays as it was kept, whatever is sent", () => {
  const typed = { ...emptySite, siteName: "Anders", organisation: "De Linde" };
  expect(withoutFixed(typed, emptySite, ["siteName"])).toEqual({ ...emptySite, organisation: "De Linde" });
});

test("a picture is a picture, and does nothing", () => {
  expect(logoType(svg('<path d="M0 0h1v1z" fill="url(#a)"/>'))).toBe("image/svg+xml");
  expect(logoType(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]))).toBe("image/png");
  for (const inside of [
    "<script>alert(1)</script>",
    '<a href="x"/>',
    '<rect onload="x"/>',
    '<image xlink:href="x"/>',
    "<style>@import 'x'</style>",
    "<foreignObject/>",
    '<rect fill="url(https://elders.example)"/>',
  ])
    expect(logoType(svg(inside)), inside).toBeNull();
  expect(logoType(new TextEncoder().encode('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'))).toBeNull();
  expect(logoType(new TextEncoder().encode("<html><svg></svg></html>"))).toBeNull();
  expect(logoType(new Uint8Array(mostLogoBytes + 1))).toBeNull();
});

test("nothing that is typed in a statement is lost", () => {
  expect(readStatement("## Wie\nIk\n- een\n- twee\nklaar\n\n### Nog")).toEqual([
    { kind: "heading", text: "Wie" },
    { kind: "text", text: "Ik" },
    { kind: "list", items: ["een", "twee"] },
    { kind: "text", text: "klaar" },
    { kind: "subheading", text: "Nog" },
  ]);
  const bare = (text: string) => text.replace(/[\s#-]/g, "");
  fc.assert(
    fc.property(fc.array(fc.constantFrom("## a", "### b", "- c", "- ", "##", "d e", "", "#", "-f")), (lines) => {
      const pieces = readStatement(lines.join("\n"));
      expect(pieces.map((piece) => bare(piece.kind === "list" ? piece.items.join("") : piece.text)).join("")).toBe(
        bare(lines.join("")),
      );
    }),
  );
});
