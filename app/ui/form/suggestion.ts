export type Suggestion = { value: string; label: string; detail?: string | undefined };

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What begins with the words first, then what contains all of them; accents and case do not matter. */
export function suggest(options: readonly Suggestion[], typed: string, most = 12): readonly Suggestion[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const whole = words.join(" ");
  const found = options.flatMap((option) => {
    const label = plain(option.label);
    const all = `${label} ${plain(option.detail ?? "")}`;
    if (!words.every((word) => all.includes(word))) return [];
    return [{ option, rank: label === whole ? 0 : label.startsWith(whole) ? 1 : label.includes(whole) ? 2 : 3 }];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ option }) => option);
}
