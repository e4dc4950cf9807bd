import { PublicFrame } from "../frame.tsx";
import { roomWords } from "../messages/room.ts";
import { useWords } from "../messages/words.ts";
import { LinkButton } from "../ui/button.tsx";

/** Registered, but no place (yet); or a device that is not confirmed. */
export function WaitsPage({ slug, confirmed }: { slug: string; confirmed: boolean }) {
  const m = useWords(roomWords);
  return (
    <PublicFrame>
      <title>{m.waits.title}</title>
      <h1>{m.waits.title}</h1>
      <p className="lead">{m.waits.text}</p>
      <p className="actions">
        <LinkButton href={confirmed ? `/mijn/${slug}` : "/apparaat"}>{m.mine}</LinkButton>
      </p>
    </PublicFrame>
  );
}
