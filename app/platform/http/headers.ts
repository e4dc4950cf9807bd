/** What a page may load and do: itself, and a theme that the body chose. */
export function policyFor(page: {
  readonly nonce: string;
  readonly dev: boolean;
  readonly origin: string;
  readonly themeCssUrl: string | undefined;
  /** the server for sound and picture, where it is another */
  readonly livekit?: { readonly url: string; readonly apiUrl: string } | null;
}): string {
  const theme = page.themeCssUrl && URL.canParse(page.themeCssUrl) ? ` ${new URL(page.themeCssUrl).origin}` : "";
  const socket = page.origin.replace(/^http/, "ws");
  const livekit = page.livekit ? ` ${page.livekit.url} ${page.livekit.apiUrl}` : "";
  return [
    "default-src 'none'",
    `script-src 'nonce-${page.nonce}' 'strict-dynamic'`,
    page.dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self'${theme}`,
    "img-src 'self' data:",
    `font-src 'self'${theme}`,
    `connect-src 'self' ${socket}${livekit}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** What a page never asks a browser for. */
const never = [
  ...["accelerometer", "browsing-topics", "geolocation", "gyroscope", "hid"],
  ...["magnetometer", "midi", "payment", "serial", "usb", "xr-spatial-tracking"],
];
/** @param seen whether people see and hear each other on this page */
export const permissionsFor = (seen: boolean): string =>
  [
    ...["camera", "microphone", "autoplay", "display-capture"].map((name) => `${name}=(${seen ? "self" : ""})`),
    ...never.map((name) => `${name}=()`),
  ].join(", ");

/** On every answer, pages and files alike. */
export const steadyHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  // Not no-referrer: with it browsers send `Origin: null` with a form.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": permissionsFor(false),
  "X-Frame-Options": "DENY",
  "X-Permitted-Cross-Domain-Policies": "none",
  "Origin-Agent-Cluster": "?1",
  // For what is no page of ours; a page brings its own.
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
};

const complete = new WeakSet<Response>();
export const hasSteadyHeaders = (answer: Response): boolean => complete.has(answer);

/** Every header of a short answer but its length: name, value, name, value. */
export function shortHeaders(type: string, secure: boolean): string[] {
  const all = {
    ...steadyHeaders,
    "Content-Type": type,
    "Cache-Control": "no-store",
    ...(secure ? { "Strict-Transport-Security": transportSecurity } : {}),
  };
  return Object.entries(all).flat();
}

/** A short answer with every header from the start: to add them to an answer that is made costs more than the answer. */
export function shortAnswer(text: string, options: { status: number; type: string; secure: boolean }): Response {
  const answer = new Response(text, {
    status: options.status,
    headers: {
      ...steadyHeaders,
      "Content-Type": options.type,
      "Cache-Control": "no-store",
      ...(options.secure ? { "Strict-Transport-Security": transportSecurity } : {}),
    },
  });
  complete.add(answer);
  return answer;
}

export const transportSecurity = "max-age=31536000; includeSubDomains";
