import { textLimits } from "../contribution/contribution.ts";
import { checkWords } from "../messages/check.ts";
import { roomWords } from "../messages/room.ts";
import { useWords } from "../messages/words.ts";
import { TextArea } from "../ui/text-field.tsx";
import { counted } from "./counted.ts";

/** Own words with what was chosen. */
export function Words({ name, label }: { name: "condition" | "example"; label: string }) {
  const m = useWords(checkWords);
  const { count } = useWords(roomWords).write;
  const max = textLimits[name];
  return <TextArea name={name} label={label} hint={m.noNames} optionalWord={m.optional} rows={2} {...counted(count, max)} />;
}
