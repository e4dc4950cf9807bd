import type { ComponentProps } from "react";
import { Link } from "react-router";

/** `to` moves inside the app without a reload; `href` is a plain link, also right for pages that bring no script. */
export type Target = { to: string; href?: never } | { href: string; to?: never };

type Props = Target & Omit<ComponentProps<"a">, "href" | "style">;

export function Anchor({ to, href, ...rest }: Props) {
  return to === undefined ? <a href={href} {...rest} /> : <Link to={to} {...rest} />;
}
