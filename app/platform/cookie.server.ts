/** The browser keeps a `__Host-` cookie for this origin alone. */
export function cookie(name: string, value: string, options: { readonly days: number; readonly script?: boolean }): string {
  const age = Math.round(options.days * 86_400);
  return `__Host-${name}=${value}; Path=/; Max-Age=${age}; Secure; SameSite=Lax${options.script ? "" : "; HttpOnly"}`;
}

export function readCookie(header: string | null | undefined, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === `__Host-${name}`) return part.slice(at + 1).trim();
  }
  return undefined;
}
