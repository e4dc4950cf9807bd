import type { DocumentPart, DocumentTable, Line, ReportDocument } from "../document/document.ts";

/** A published report as Markdown. */
export function markdownOf({ title, subject, parts }: ReportDocument): string {
  const drawn = [`# ${plain(title)}`, plain(subject), ...parts.map(drawPart)];
  return `${drawn.filter((part) => part !== "").join("\n\n")}\n`;
}

function drawPart(part: DocumentPart): string {
  switch (part.kind) {
    case "heading":
      return `${"#".repeat(part.level)} ${plain(part.text)}`;
    case "paragraph":
      return drawLine(part.line);
    case "quote":
      return `> ${drawLine(part.line)}`;
    case "list":
      return part.items.map((item, at) => `${part.ordered ? `${at + 1}.` : "-"} ${drawLine(item)}`).join("\n");
    case "aside":
      return [`> **${plain(part.title)}**`, ...part.lines.map((line) => `> ${drawLine(line)}`)].join("\n>\n");
    case "voice":
      return [`**${plain(part.title)}**`, ...part.lines.map(drawLine)].join("\n\n");
    case "table":
      return drawTable(part);
  }
}

function drawTable({ caption, columns, rows, reading }: DocumentTable): string {
  const cells = (row: readonly (string | number)[]) =>
    `| ${row.map((cell) => plain(String(cell)).replaceAll("|", "\\|")).join(" | ")} |`;
  const table = [
    cells(columns.map(({ head }) => head)),
    cells(columns.map(({ numeric }) => (numeric ? "---:" : "---"))),
    ...rows.map(cells),
  ];
  return [`**${plain(caption)}**`, table.join("\n"), reading ? plain(reading) : ""].filter(Boolean).join("\n\n");
}

const drawLine = (line: Line): string =>
  line
    .map((run) => {
      switch (run.kind) {
        case "strong":
          return `**${plain(run.text)}**`;
        case "em":
          return `*${plain(run.text).trim()}*${run.text.endsWith(" ") ? " " : ""}`;
        case "link":
          return `[${plain(run.text)}](${run.href})`;
        default:
          return plain(run.text);
      }
    })
    .join("")
    .trim();

/** Words of people stay words: no sign of theirs becomes a heading, a link or HTML. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, "\\$&").replace(/\s*\n\s*/g, " ");
