import { expect, test } from "vitest";
import { dcatOf, inScript, type Listed, schemaOrg, sitemapOf } from "./listing.ts";

const publishedAt = new Date("2026-11-30T10:00:00Z");
const one: Listed = { slug: "hier", language: "nl", title: "Wat </script> helpt & werkt", number: 2, publishedAt, licence: null };
const by = { origin: "https://dialoog.example", siteName: "Dialoog", organisation: "De Linde", contact: "vraag@linde.example" };

test("no title ends the element that a description stands in", () => {
  const text = inScript(schemaOrg(one, by));
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toMatchObject({
    "@graph": [
      { "@type": "Report", name: one.title, version: "1.1", license: "https://creativecommons.org/licenses/by/4.0/" },
      { "@type": "Dataset", publisher: { name: "De Linde" } },
    ],
  });
});

test("a dataset has what DCAT-AP-NL asks of it, and each form its address, type and licence", () => {
  const { "dcat:dataset": [data] = [] } = dcatOf([one], by) as { "dcat:dataset"?: Record<string, unknown>[] };
  for (const name of ["title", "description", "identifier", "publisher", "accessRights"])
    expect(data).toHaveProperty([`dct:${name}`]);
  for (const name of ["contactPoint", "theme", "distribution"]) expect(data).toHaveProperty([`dcat:${name}`]);
  const forms = data?.["dcat:distribution"] as Record<string, { "@id": string }>[];
  expect(forms.map((form) => form["dcat:downloadURL"]?.["@id"])).toContain("https://dialoog.example/verslag/hier/2/gegevens.csv");
  for (const form of forms) expect(form["dct:license"]?.["@id"]).toContain("creativecommons");
});

test("words that came under another licence say so", () => {
  const text = JSON.stringify(dcatOf([{ ...one, licence: "Alleen met toestemming" }], { ...by, organisation: "", contact: "" }));
  expect(text).toContain("Alleen met toestemming");
  expect(text).not.toContain("mailto:");
});

test("a sitemap is XML with each page once", () => {
  const text = sitemapOf(by.origin, [{ path: "/" }, { path: "/verslag/a&b", at: publishedAt }]);
  expect(text).toContain("<loc>https://dialoog.example/verslag/a&amp;b</loc><lastmod>2026-11-30T10:00:00.000Z</lastmod>");
  expect(text.match(/<url>/g)).toHaveLength(2);
});
