import { xml } from "../../platform/files/xml.ts";
import { edition } from "./edition.ts";

/** A version that came out, as the outside world looks for it. */
export interface Listed {
  readonly slug: string;
  readonly title: string;
  /** In which the dialogue is written. */
  readonly language: "nl" | "en";
  readonly number: number;
  readonly publishedAt: Date;
  /** Where imported input came from, and under what licence it may be used; null: here, under CC BY 4.0. */
  readonly licence: string | null;
}
export interface Publisher {
  readonly origin: string;
  readonly siteName: string;
  /** The public body behind the installation; empty: not said. */
  readonly organisation: string;
  /** A mail address for questions; empty: not said. */
  readonly contact: string;
}

const ccBy = "https://creativecommons.org/licenses/by/4.0/";
const licenceOf = ({ licence }: Listed) => (licence === null || licence === "CC BY 4.0" ? ccBy : licence);

interface Form {
  readonly file: string;
  readonly name: string;
  readonly media: string;
  /** Of the list of file types of the European Union. */
  readonly type: string;
}
const forms: readonly Form[] = [
  { file: "gegevens.csv", name: "Gegevens als CSV", media: "text/csv", type: "CSV" },
  { file: "gegevens.json", name: "Gegevens als JSON", media: "application/json", type: "JSON" },
  { file: "tabellen.ods", name: "Tabellen", media: "application/vnd.oasis.opendocument.spreadsheet", type: "ODS" },
  { file: "pakket.zip", name: "Alles in één pakket", media: "application/zip", type: "ZIP" },
];

/** What the data is about, in two sentences. */
const about = ({ title }: Listed) =>
  `Wat deelnemers inbrachten in de online dialoog ‘${title}’: behoeften, thema’s en oordelen over inzichten. Over minder dan vijf mensen van een groep staan er geen cijfers in.`;

/** A report and its data for search engines, as schema.org calls them. */
export function schemaOrg(of: Listed, by: Publisher): object {
  const address = `${by.origin}/verslag/${of.slug}/${of.number}`;
  const publisher = { "@type": "Organization", name: by.organisation || by.siteName, url: by.origin };
  const both = {
    ...{ inLanguage: of.language, datePublished: of.publishedAt.toISOString(), version: edition(of.number) },
    ...{ publisher, license: licenceOf(of), isAccessibleForFree: true },
  };
  const data = `${address}#gegevens`;
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "Report",
        "@id": address,
        url: address,
        name: of.title,
        headline: of.title,
        isBasedOn: { "@id": data },
        ...both,
      },
      {
        ...{ "@type": "Dataset", "@id": data, url: address, name: `Gegevens bij: ${of.title}`, description: about(of), ...both },
        distribution: forms.map(({ file, name, media }) => ({
          ...{ "@type": "DataDownload", name, encodingFormat: media, contentUrl: `${address}/${file}` },
        })),
      },
    ],
  };
}

/** For a place in a page: no text of it can end the element that it stands in. */
export const inScript = (value: object): string => JSON.stringify(value).replaceAll("<", "\\u003c");

const eu = (list: string, code: string) => ({ "@id": `http://publications.europa.eu/resource/authority/${list}/${code}` });
const typed = (type: string, value: string) => ({ "@type": `http://www.w3.org/2001/XMLSchema#${type}`, "@value": value });

/** A catalogue of the data, in the words of DCAT-AP-NL, for a register of open data that comes to fetch it. */
export function dcatOf(listed: readonly Listed[], by: Publisher): object {
  const publisher = { "@id": `${by.origin}/#uitgever`, "@type": "foaf:Agent", "foaf:name": nl(by.organisation || by.siteName) };
  const contact = {
    ...{ "@type": "vcard:Kind", "vcard:fn": nl(by.organisation || by.siteName) },
    ...(by.contact
      ? { "vcard:hasEmail": { "@id": `mailto:${by.contact}` } }
      : { "vcard:hasURL": { "@id": `${by.origin}/privacy` } }),
  };
  return {
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      vcard: "http://www.w3.org/2006/vcard/ns#",
      owl: "http://www.w3.org/2002/07/owl#",
    },
    "@id": `${by.origin}/catalogus.jsonld`,
    "@type": "dcat:Catalog",
    "dct:title": nl(`Gegevens van ${by.siteName}`),
    "dct:description": nl("De gegevens van verslagen van online dialogen."),
    "dct:publisher": publisher,
    "dct:language": eu("language", "NLD"),
    "dct:license": { "@id": ccBy },
    "dcat:contactPoint": contact,
    "foaf:homepage": { "@id": by.origin },
    "dcat:dataset": listed.map((of) => datasetOf(of, by, publisher, contact)),
  };
}

function datasetOf(of: Listed, { origin }: Publisher, publisher: object, contact: object): object {
  const address = `${origin}/verslag/${of.slug}/${of.number}`;
  const licence = licenceOf(of);
  const licenced = licence.startsWith("http")
    ? { "dct:license": { "@id": licence } }
    : { "dct:rights": { "@type": "dct:RightsStatement", "dct:description": nl(licence) } };
  const at = typed("dateTime", of.publishedAt.toISOString());
  return {
    "@id": `${origin}/verslag/${of.slug}#gegevens`,
    "@type": "dcat:Dataset",
    "dct:identifier": `${origin}/verslag/${of.slug}`,
    "dct:title": { "@language": of.language, "@value": of.title },
    "dct:description": nl(about(of)),
    "dct:publisher": publisher,
    "dcat:contactPoint": contact,
    "dct:accessRights": eu("access-right", "PUBLIC"),
    "dcat:theme": eu("data-theme", "SOCI"),
    "dct:language": eu("language", of.language === "nl" ? "NLD" : "ENG"),
    "dct:issued": at,
    "dct:modified": at,
    "owl:versionInfo": edition(of.number),
    "dcat:landingPage": { "@id": `${origin}/verslag/${of.slug}` },
    "dcat:distribution": forms.map(({ file, name, media, type }) => ({
      "@id": `${address}/${file}`,
      "@type": "dcat:Distribution",
      "dct:title": nl(name),
      "dcat:accessURL": { "@id": address },
      "dcat:downloadURL": { "@id": `${address}/${file}` },
      "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${media}` },
      "dct:format": eu("file-type", type),
      ...licenced,
    })),
  };
}

const nl = (text: string) => ({ "@language": "nl", "@value": text });

/** What search engines may find. @param pages paths, with when they last changed where that is known */
export function sitemapOf(origin: string, pages: readonly { readonly path: string; readonly at?: Date | undefined }[]): string {
  const lines = pages.map(
    ({ path, at }) => `<url><loc>${xml(origin + path)}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ""}</url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join("\n")}
</urlset>
`;
}
