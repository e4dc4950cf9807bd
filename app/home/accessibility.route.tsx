import { PublicFrame } from "../frame.tsx";
import { accessibilityWords } from "../messages/accessibility.ts";
import { useWords } from "../messages/words.ts";
import { Rail } from "../ui/rail.tsx";

export const handle = { script: false };

export const loader = () => null;

export default function Accessibility() {
  const m = useWords(accessibilityWords);
  return (
    <PublicFrame>
      <title>{m.title}</title>
      <h1>{m.title}</h1>
      <p className="lead">{m.lead}</p>
      <Rail id="streven" heading={m.aimTitle}>
        <p>{m.aim}</p>
      </Rail>
      <Rail id="tekst" heading={m.textTitle}>
        <p>{m.text}</p>
      </Rail>
      <Rail id="beter" heading={m.knownTitle}>
        <p>{m.known}</p>
      </Rail>
      <Rail id="melden" heading={m.contactTitle}>
        <p>{m.contact}</p>
      </Rail>
    </PublicFrame>
  );
}
