import { Written } from "../../ui/form/typed.tsx";

/** Tells who cannot see where a button stands what it is about: the same words stand beside each thing of a list. */
export function About({ text }: { text: string }) {
  return (
    <span className="visually-hidden">
      : <Written>{text.slice(0, 60)}</Written>
    </span>
  );
}
