import { TextLink } from "./text.tsx";

interface Props {
  readonly page: number;
  readonly more: boolean;
  readonly to: (page: number) => string;
  readonly words: { readonly older: string; readonly newer: string };
}

/** To the next page of a long list, and back. */
export function Pages({ page, more, to, words }: Props) {
  if (page === 1 && !more) return null;
  return (
    <p className="row-actions">
      {page > 1 && (
        <TextLink to={to(page - 1)} rel="prev">
          {words.newer}
        </TextLink>
      )}
      {more && (
        <TextLink to={to(page + 1)} rel="next">
          {words.older}
        </TextLink>
      )}
    </p>
  );
}
