import { xml } from "../../platform/files/xml.ts";
import type { DocumentPart, DocumentTable, Line, ReportDocument, Run } from "../document/document.ts";
import { type OpenDocument, openDocument } from "./open-document.ts";

/** A report to work on in a word processor: its headings, lists, tables and links are what they look like. */
export function odtOf(document: ReportDocument, at: Date): OpenDocument {
  const { locale, title, subject, parts } = document;
  const body = [
    `<text:h text:style-name="Heading_20_1" text:outline-level="1">${words(title)}</text:h>`,
    `<text:p text:style-name="Quiet">${words(subject)}</text:p>`,
    ...parts.map(drawPart),
  ].join("\n");
  return openDocument({ kind: "text", locale, title, subject, at, own, body, styles });
}

function drawPart(part: DocumentPart, at: number): string {
  switch (part.kind) {
    case "heading":
      return `<text:h text:style-name="Heading_20_${part.level}" text:outline-level="${part.level}">${words(part.text)}</text:h>`;
    case "paragraph":
      return drawLine(part.line, part.quiet ? "Quiet" : "Text_20_body");
    case "quote":
      return drawLine(part.line, "Quotations");
    case "list":
      return `<text:list text:style-name="${part.ordered ? "Numbers" : "Points"}">${part.items
        .map((item) => `<text:list-item>${drawLine(item, "Text_20_body")}</text:list-item>`)
        .join("")}</text:list>`;
    case "aside":
      return `<text:section text:name="Terzijde ${at}"><text:p text:style-name="Aside"><text:span text:style-name="Strong">${words(part.title)}</text:span></text:p>${part.lines
        .map((line) => drawLine(line, "Aside"))
        .join("")}</text:section>`;
    case "voice":
      return `<text:p text:style-name="Voice"><text:bookmark text:name="${anchor(part.number)}"/><text:span text:style-name="Strong">${words(part.title)}</text:span></text:p>${part.lines
        .map((line) => drawLine(line, "Text_20_body"))
        .join("")}`;
    case "table":
      return drawTable(part, at);
  }
}

const anchor = (number: number) => `bijdrage-${number}`;

const drawLine = (line: Line, style: string): string =>
  `<text:p text:style-name="${style}">${line.map(drawRun).join("")}</text:p>`;

function drawRun(run: Run): string {
  switch (run.kind) {
    case "text":
      return words(run.text);
    case "strong":
    case "em":
      return `<text:span text:style-name="${run.kind === "em" ? "Emphasis" : "Strong"}">${words(run.text)}</text:span>`;
    case "link":
      return `<text:a xlink:type="simple" xlink:href="${xml(run.href)}">${words(run.text)}</text:a>`;
    case "voice":
      return `<text:a xlink:type="simple" xlink:href="#${anchor(run.number)}">${words(run.text)}</text:a>`;
  }
}

function drawTable({ caption, columns, rows, reading }: DocumentTable, at: number): string {
  const cell = (value: string | number, style: string) =>
    typeof value === "number"
      ? `<table:table-cell table:style-name="Cell" office:value-type="float" office:value="${value}"><text:p text:style-name="Number">${value}</text:p></table:table-cell>`
      : `<table:table-cell table:style-name="Cell" office:value-type="string"><text:p text:style-name="${style}">${words(value)}</text:p></table:table-cell>`;
  const drawn = rows.map(
    (row) =>
      `<table:table-row>${row.map((value, column) => cell(value, columns[column]?.numeric ? "Number" : "Text_20_body")).join("")}</table:table-row>`,
  );
  return `<text:p text:style-name="Table">${words(caption)}</text:p><table:table table:name="Tabel ${at}" table:style-name="Whole"><table:table-column table:number-columns-repeated="${columns.length}"/><table:table-header-rows><table:table-row>${columns
    .map(({ head }) => cell(head, "Table_20_Heading"))
    .join("")}</table:table-row></table:table-header-rows>${drawn.join("")}</table:table>${
    reading ? `<text:p text:style-name="Quiet">${words(reading)}</text:p>` : ""
  }`;
}

/** More than one space, and the end of a line, are signs of their own in this format. */
const words = (text: string): string =>
  xml(text)
    .replaceAll("\r", "")
    .replaceAll("\t", "<text:tab/>")
    .replaceAll("\n", "<text:line-break/>")
    .replace(/ {2,}/g, (run) => ` <text:s text:c="${run.length - 1}"/>`);

const own = `<style:style style:name="Whole" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins" fo:margin-bottom="0.4cm"/></style:style><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border-bottom="0.5pt solid #666666"/></style:style>`;

const paragraphStyle = (name: string, shown: string, paragraph = "", text = "", more = "") =>
  `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph" style:parent-style-name="Standard"${more}><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
const levels = (list: string, level: (n: number) => string) =>
  `<text:list-style style:name="${list}">${[1, 2].map(level).join("")}</text:list-style>`;
const indent = (n: number) =>
  `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="${0.6 * n}cm"/></style:list-level-properties>`;

const styles = `<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="140%" fo:orphans="2" fo:widows="2"/><style:text-properties fo:font-family="'Atkinson Hyperlegible Next', 'Liberation Sans', sans-serif" fo:font-size="11pt" %language%/></style:default-style><style:style style:name="Standard" style:family="paragraph"/>${[
  paragraphStyle("Text_20_body", "Text body", 'fo:margin-bottom="0.2cm"'),
  paragraphStyle("Quiet", "Quiet", 'fo:margin-bottom="0.2cm"', 'fo:color="#555555"'),
  paragraphStyle("Quotations", "Quotations", 'fo:margin-left="1cm" fo:margin-bottom="0.2cm"', 'fo:font-style="italic"'),
  paragraphStyle("Aside", "Aside", 'fo:margin-left="0.6cm" fo:padding-left="0.3cm" fo:border-left="2pt solid #444444"'),
  paragraphStyle("Voice", "Voice", 'fo:margin-top="0.3cm" fo:keep-with-next="always"'),
  paragraphStyle(
    "Table",
    "Table",
    'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
    'fo:font-weight="bold"',
  ),
  paragraphStyle("Table_20_Heading", "Table Heading", "", 'fo:font-weight="bold"'),
  paragraphStyle("Number", "Number", 'fo:text-align="end"'),
  ...[20, 16, 13, 11].map((size, at) =>
    paragraphStyle(
      `Heading_20_${at + 1}`,
      `Heading ${at + 1}`,
      'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
      `fo:font-size="${size}pt" fo:font-weight="bold"`,
      ` style:next-style-name="Text_20_body" style:default-outline-level="${at + 1}"`,
    ),
  ),
].join(
  "",
)}<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>${levels(
  "Points",
  (n) => `<text:list-level-style-bullet text:level="${n}" text:bullet-char="•">${indent(n)}</text:list-level-style-bullet>`,
)}${levels(
  "Numbers",
  (n) =>
    `<text:list-level-style-number text:level="${n}" style:num-format="1" style:num-suffix=".">${indent(n)}</text:list-level-style-number>`,
)}</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>`;
