import {
  type ComponentPropsWithRef,
  createContext,
  type ElementType,
  Fragment,
  isValidElement,
  type ReactNode,
  use,
} from "react";
import type { Locale } from "../../language/locale.ts";
import { useLocale } from "../../language/words.ts";
import { langOf } from "../../language/written.ts";
import { placed } from "../chart/placed.ts";

const Context = createContext<Locale | undefined>(undefined);

interface WrittenInProps {
  /** null: nobody knows. */
  readonly language: Locale | null;
  readonly children: ReactNode;
}
/** What people typed in it was written in that language: around each page, and around what comes from elsewhere. */
export function WrittenIn({ language, children }: WrittenInProps) {
  return <Context value={langOf(language, useLocale())}>{children}</Context>;
}

/** The `lang` of what people typed here; undefined where the page has that language already. */
export const useWritten = (): Locale | undefined => use(Context);

/** Words that people typed, among words of ours: an element of its own only where the language differs. */
export function Written({ children }: { children: ReactNode }) {
  const lang = useWritten();
  return lang ? <span lang={lang}>{children}</span> : children;
}

/** Words of ours among words that people typed. */
export function Ours({ children }: { children: ReactNode }) {
  const page = useLocale();
  return useWritten() ? <span lang={page}>{children}</span> : children;
}

/** Nothing but words: a string, or one of the above around it. */
export const isWords = (node: ReactNode): boolean =>
  typeof node === "string" || (isValidElement(node) && [Written, Ours, Around].some((one) => one === node.type));

/** Those words without what says their language, for where only text can stand; undefined for what is more than a string. */
export function plainWords(node: ReactNode): string | undefined {
  if (typeof node === "string") return node;
  if (!isValidElement<{ children: ReactNode }>(node) || !(node.type === Written || node.type === Ours)) return undefined;
  return plainWords(node.props.children);
}

type TypedProps<T extends ElementType> = { readonly as?: T } & ComponentPropsWithRef<T>;

/** A text as it was typed, in its own lines and in its own language. */
export function Typed<T extends ElementType = "span">({ as, className = "", ...rest }: TypedProps<T>) {
  const Tag: ElementType = as ?? "span";
  return <Tag lang={useWritten()} className={`${className} as-typed`.trim()} {...rest} />;
}

type Words = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** A sentence of ours around words that people typed. */
export function Around<const W extends Words>({ words, say }: { words: W; say: (words: W) => string }) {
  const lang = useWritten();
  if (!lang) return say(words);
  return placed(words, say).map(({ typed, text }, at) =>
    typed ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence, which stay in order
      <span key={at} lang={lang}>
        {text}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Fragment key={at}>{text}</Fragment>
    ),
  );
}
