import { PublicFrame } from "../../ui/frame.tsx";

/** A link that did its work, or a mail that is on its way: what happened, and the way to sign in. */
export function SignInAgain({ title, text, way }: { title: string; text: string; way: string }) {
  return (
    <PublicFrame>
      <title>{title}</title>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href="/team/aanmelden">{way}</a>
      </p>
    </PublicFrame>
  );
}
