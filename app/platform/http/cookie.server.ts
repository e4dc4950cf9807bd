/** The browser keeps a `__Host-` cookie for this origin alone. */
export function cookie(name: string, value: string, options: { readonly days: number; readonly script?: boolean }): string {
  const age = Math.round(options.days * 86_400);
  return `__Host-${name}=${value}; Path=/; Max-Age=${age}; Secure; SameSite=Lax${options.script ? "" : "; HttpOnly"}`;
}

export function readCookie(header: string | null | undefined, name: string): string | undefined {
  if (!header) return undefined;
  const mark = `__Host-${name}=`;
  for (let at = header.indexOf(mark); at >= 0; at = header.indexOf(mark, at + 1)) {
    if (at > 0 && header[at - 1] !== ";" && header[at - 1] !== " ") continue;
    const end = header.indexOf(";", at);
    return header.slice(at + mark.length, end < 0 ? undefined : end).trim();
  }
  return undefined;
}
