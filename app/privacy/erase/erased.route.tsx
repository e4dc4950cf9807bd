import { useWords } from "../../language/words.ts";
import { PublicFrame } from "../../ui/frame.tsx";
import { privacyWords } from "../messages/privacy.ts";

export const handle = { script: false };

export default function Erased() {
  const m = useWords(privacyWords).erased;
  return (
    <PublicFrame>
      <title>{m.title}</title>
      <h1>{m.title}</h1>
      <p className="lead">{m.text}</p>
      <p>
        <a href="/">{m.home}</a>
      </p>
    </PublicFrame>
  );
}
