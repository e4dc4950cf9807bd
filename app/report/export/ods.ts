import type { Cell } from "../../method/text/csv.ts";
import { xml } from "../../platform/files/xml.ts";
import type { DocumentTable, ReportDocument } from "../document/document.ts";
import { type OpenDocument, openDocument } from "./open-document.ts";

/** The data in its columns, and every table of the report, a sheet each. Text is text: no cell is a formula. */
export function odsOf(
  { locale, title, subject, parts }: ReportDocument,
  data: { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] },
  at: Date,
): OpenDocument {
  const tables = parts.filter((part): part is DocumentTable => part.kind === "table");
  const names = sheetNames([data.name, ...tables.map(({ caption }) => caption)]);
  const body = [
    sheet(names[0] ?? "", data.columns, data.rows),
    ...tables.map(({ columns, rows }, n) =>
      sheet(
        names[n + 1] ?? "",
        columns.map(({ head }) => head),
        rows,
      ),
    ),
  ].join("\n");
  return openDocument({ kind: "spreadsheet", locale, title, subject, at, own, body, styles });
}

function sheet(name: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const row = (cells: readonly Cell[], style: string) =>
    `<table:table-row>${cells.map((one) => cell(one, style)).join("")}</table:table-row>`;
  return `<table:table table:name="${xml(name)}"><table:table-column table:number-columns-repeated="${Math.max(1, heads.length)}"/><table:table-header-rows>${row(
    heads,
    "Head",
  )}</table:table-header-rows>${rows.map((cells) => row(cells, "Plain")).join("")}</table:table>`;
}

function cell(value: Cell, style: string): string {
  if (value === null || value === "") return "<table:table-cell/>";
  if (typeof value === "number")
    return `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  const lines = value.split("\n").map((line) => `<text:p>${spaced(line)}</text:p>`);
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${lines.join("")}</table:table-cell>`;
}

const spaced = (text: string) =>
  xml(text.replaceAll("\r", ""))
    .replaceAll("\t", "<text:tab/>")
    .replace(/ {2,}/g, (run) => ` <text:s text:c="${run.length - 1}"/>`);

/** What a spreadsheet takes as the name of a sheet: short, without its own signs, each another. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      name
        .replace(/[[\]*?:/\\']/g, " ")
        .replace(/\s+/g, " ")
        .trim()
        .slice(0, 28) || "Tabel";
    let own = plain;
    for (let n = 2; taken.has(own.toLowerCase()); n++) own = `${plain.slice(0, 26)} ${n}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

const own = `<style:style style:name="Plain" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style><style:style style:name="Head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>`;
const styles = `<office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-family="'Liberation Sans', sans-serif" fo:font-size="10pt" %language%/></style:default-style></office:styles>`;
