/** What went wrong, as RFC 9457 has it: these members and no other. */
const titles: Readonly<Record<number, string>> = {
  400: "Deze vraag klopt niet",
  401: "Laat zien wie u bent",
  403: "Dit mag niet",
  404: "Dit is er niet",
  405: "Hier kunt u alleen lezen",
  406: "Alleen als JSON",
  413: "Te veel in een keer",
  415: "Alleen als JSON",
  429: "U vraagt te veel achter elkaar",
  500: "Er ging bij ons iets mis",
  503: "Even niet bereikbaar",
};

export function problemJson(status: number, detail: string, instance: string): Response {
  const title = titles[status] ?? "Dit ging niet";
  return new Response(JSON.stringify({ type: "about:blank", status, title, detail, instance }), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...(status === 429 || status === 503 ? { "Retry-After": "3" } : {}),
      ...(status === 401 ? { "WWW-Authenticate": 'Bearer realm="api"' } : {}),
      ...(status === 405 ? { Allow: "GET, HEAD" } : {}),
    },
  });
}

/** Whether somebody asks the API, a program that cannot do anything with a page. */
export const asksApi = (path: string): boolean => path.startsWith("/api/");
