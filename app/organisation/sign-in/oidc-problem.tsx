import { teamWords } from "../../dialogue/messages/team.ts";
import { useWords } from "../../language/words.ts";
import { PublicFrame } from "../../ui/frame.tsx";

interface Props {
  readonly name: string | null;
  readonly what: "stopped" | "away" | "unknown";
  readonly only: boolean;
}

/** Signing in at the organisation did not come to an end: why, and what one can do. */
export function OidcProblem({ name, what, only }: Props) {
  const m = useWords(teamWords).oidc;
  const { title, text } = m.problems[what];
  const of = { name: name ?? m.organisation };
  return (
    <PublicFrame>
      <title>{title}</title>
      <h1>{title}</h1>
      <p>{text(of)}</p>
      <p>
        <a href="/team/aanmelden/organisatie">{m.again}</a>
      </p>
      <p>
        <a href="/team/aanmelden">{only ? m.administrator : m.otherWay}</a>
      </p>
    </PublicFrame>
  );
}
