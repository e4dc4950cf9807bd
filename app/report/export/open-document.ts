import { xml } from "../../platform/files/xml.ts";

/** The files of an OpenDocument (ISO/IEC 26300, version 1.3), before they are zipped; `mimetype` stands first and is stored. */
export type OpenDocument = Readonly<Record<string, string>>;

const spaces = [
  ["office", "office"],
  ["text", "text"],
  ["table", "table"],
  ["style", "style"],
  ["meta", "meta"],
  ["fo", "xsl-fo-compatible"],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:xlink="http://www.w3.org/1999/xlink"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"')
  .join(" ");
const declared = '<?xml version="1.0" encoding="UTF-8"?>\n';

interface Parts {
  readonly kind: "text" | "spreadsheet";
  readonly locale: "nl" | "en";
  readonly title: string;
  readonly subject: string;
  readonly at: Date;
  /** `office:automatic-styles` and what stands in the body. */
  readonly own: string;
  readonly body: string;
  readonly styles: string;
}

export function openDocument({ kind, locale, title, subject, at, own, body, styles }: Parts): OpenDocument {
  const type = `application/vnd.oasis.opendocument.${kind}`;
  const language = `fo:language="${locale}" fo:country="${locale === "nl" ? "NL" : "GB"}"`;
  const date = at.toISOString().slice(0, 19);
  return {
    mimetype: type,
    "META-INF/manifest.xml": `${declared}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${type}"/>${[
      "content.xml",
      "styles.xml",
      "meta.xml",
    ]
      .map((file) => `<manifest:file-entry manifest:full-path="${file}" manifest:media-type="text/xml"/>`)
      .join("")}</manifest:manifest>`,
    "content.xml": `${declared}<office:document-content ${spaces} office:version="1.3"><office:automatic-styles>${own}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    "styles.xml": `${declared}<office:document-styles ${spaces} office:version="1.3">${styles.replaceAll("%language%", language)}</office:document-styles>`,
    "meta.xml": `${declared}<office:document-meta ${spaces} office:version="1.3"><office:meta><meta:generator>Klankbord</meta:generator><dc:title>${xml(title)}</dc:title><dc:subject>${xml(subject)}</dc:subject><dc:language>${locale}</dc:language><meta:creation-date>${date}</meta:creation-date><dc:date>${date}</dc:date></office:meta></office:document-meta>`,
  };
}
