/** What separates columns in what was copied from a sheet. */
const tab = "\t";

/**
 * People as they are pasted: a table with a header, columns of a sheet, or a list without header as it stands in a mail program.
 * @returns a CSV with a header; `headless` when the text had none, so that its first line is its first person
 */
export function asCsv(pasted: string): { readonly text: string; readonly headless: boolean } {
  const lines = pasted.replace(/^\uFEFF/, "").split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const people = first.includes("@") ? lines.map(peopleOn) : [];
  if (people.length > 0 && people.every((one) => one !== null))
    return { text: csv([["naam", "e-mail"], ...people.flat()]), headless: true };
  if (first.includes(tab) && !first.includes(";")) return { text: csv(lines.map((line) => line.split(tab))), headless: false };
  return { text: pasted, headless: false };
}

/** Name and address of each; null: the line holds something else besides. */
function peopleOn(line: string): string[][] | null {
  if (line.trim() === "") return [];
  if (line.includes("<")) {
    const pieces = line.split(/;|(?<=>)\s*,/).filter((piece) => piece.trim() !== "");
    const read = pieces.map((piece) => /^\s*"?([^"<>]*?)"?\s*<\s*([^\s<>]+)\s*>\s*$/.exec(piece));
    return read.every((one) => one !== null) ? read.map(([, name = "", mail = ""]) => [inOrder(name), mail]) : null;
  }
  const by = line.includes(tab) ? tab : line.includes(";") ? ";" : ",";
  const cells = line.split(by).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const filled = cells.filter((cell) => cell !== "");
  if (filled.every((cell) => cell.includes("@"))) return filled.map(nameBefore);
  const [mail, ...more] = filled.filter((cell) => cell.includes("@"));
  if (more.length > 0 || filled.length > 2) return null;
  return [[filled.find((cell) => cell !== mail) ?? "", mail ?? ""]];
}

/** `Noor Verhagen noor@voorbeeld.example`: the address is the word with the @. */
const nameBefore = (cell: string): string[] => {
  const words = cell.split(/\s+/);
  const mail = words.find((word) => word.includes("@")) ?? "";
  return [words.filter((word) => word !== mail).join(" "), mail];
};

/** Mail programs write `Verhagen, Noor`; a letter begins with the name as one says it. */
const inOrder = (name: string): string => {
  const [last = "", first, ...more] = name.split(",").map((part) => part.trim());
  return first && more.length === 0 ? `${first} ${last}` : name.trim();
};

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";")).join("\n");
