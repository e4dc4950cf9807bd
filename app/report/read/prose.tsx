import { Typed } from "../../ui/form/typed.tsx";

/** Plain text in paragraphs, as it was typed. */
export function Prose({ text, lead = false }: { text: string; lead?: boolean }) {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs stay where they are
      <Typed as="p" key={at} className={lead && at === 0 ? "lead" : ""}>
        {part}
      </Typed>
    ));
}
