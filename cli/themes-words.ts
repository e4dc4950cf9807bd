import { onOneLine } from "./command.ts";
import type { Themed } from "./themed.ts";

/** What was found, to read on a terminal; --json has all of it. */
export function inWords(themed: Themed, texts: ReadonlyMap<string, string>): string {
  const { duplicates, clusters, suggestions, unplaced, measured } = themed;
  const quote = (id: string) => `${onOneLine(id, 20)}: ${onOneLine(texts.get(id) ?? "", 90)}`;
  const lines = [
    `${texts.size} teksten; ${duplicates.length} paren die bijna gelijk zijn; ${clusters.length} groepjes; ${unplaced.length} teksten staan apart.`,
    "",
    ...part("Bijna gelijk", duplicates, 10, ([a, b, similarity]) => `  ${quote(a)}\n  ${quote(b)}  (${similarity.toFixed(2)})`),
    ...part(
      "Groepjes",
      [...clusters].sort((a, b) => b.members.length - a.members.length),
      15,
      ({ label, members }) => `  ${label}: ${members.length} teksten (${onOneLine(members.join(", "), 60)})`,
    ),
    ...part("Voorstellen", suggestions, 15, ({ id, best }) => {
      const told = best.map(({ theme, confidence }) => `${onOneLine(theme, 30)}${measured ? ` (${inTen(confidence)})` : ""}`);
      return `  ${quote(id)}\n    ${told.join(" of ") || "geen voorstel"}`;
    }),
  ];
  if (suggestions.length > 0)
    lines.push(
      measured
        ? `Gemeten op ${measured.coded} ingedeelde teksten: eerste voorstel goed ${measured.first} keer, een van de twee ${measured.firstTwo} keer.`
        : "Hoe vaak een voorstel klopt, is nog niet te zeggen: deel daarvoor eerst 20 teksten in.",
    );
  return lines.join("\n").trimEnd();
}

const inTen = (confidence: number) => `${Math.round(confidence * 10)} van de 10 keer goed`;

function part<T>(title: string, items: readonly T[], most: number, line: (item: T) => string): string[] {
  if (items.length === 0) return [];
  const more = items.length > most ? [`  ... en nog ${items.length - most}; alles staat in de uitvoer van --json`] : [];
  return [title, ...items.slice(0, most).map(line), ...more, ""];
}
