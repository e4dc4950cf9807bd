import { use } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from "react-router";
import type { Route } from "./+types/root.ts";
import { outcomeContext, placeContext, servicesContext, visitContext } from "./dialogue/access/context.server.ts";
import { enter } from "./dialogue/access/enter.server.ts";
import { pageWords } from "./language/page.ts";
import { PageContext } from "./language/page-context.ts";
import { useWords } from "./language/words.ts";
import { Refused } from "./platform/http/refused.ts";
import { ProblemPage } from "./problem-page.tsx";
import { Marks } from "./ui/chart/marks.tsx";
import { useKeptFocus } from "./ui/form/keep-focus.ts";
import { WrittenIn } from "./ui/form/typed.tsx";
import { favicon } from "./ui/layout/favicon.ts";
import "./ui/css/base.css";

/** What a route says of its page: `script: false` leaves React out of the browser, `small` brings a small script of its own. */
export interface Handle {
  readonly script?: false;
  readonly small?: string;
}

export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, params, context, pattern }, next) => {
    const services = context.get(servicesContext);
    const writes = request.method !== "GET" && request.method !== "HEAD";
    const route = `/${pattern.replace(/^\//, "")}`;
    context.get(outcomeContext).pattern = route;
    context.set(placeContext, await enter(services, context.get(visitContext), { pattern: route, params, writes }));
    return next();
  },
];

export function loader({ context }: Route.LoaderArgs) {
  const { locale, team } = context.get(visitContext);
  const { dialogue } = context.get(placeContext);
  const { siteName, themeCssUrl, themeClass, origin, languages, logo } = context.get(servicesContext).environment;
  return {
    locale,
    written: dialogue?.language ?? null,
    rehearsal: Boolean(dialogue?.rehearsalOf),
    siteName,
    languages,
    logo,
    origin,
    themeCssUrl: themeCssUrl ?? null,
    themeClass: themeClass ?? null,
    signedIn: team !== null,
  };
}

export function Layout({ children }: { children: React.ReactNode }) {
  const { nonce, locale } = use(PageContext);
  const root = useRouteLoaderData("root") as Awaited<ReturnType<typeof loader>> | undefined;
  const handles = useMatches().map((match) => match.handle as Handle | undefined);
  const small = handles.find((handle) => handle?.small)?.small;
  const hydrates = root !== undefined && !handles.some((handle) => handle?.script === false);
  return (
    <html lang={root?.locale ?? locale ?? "nl"} className={root?.themeClass ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" type="image/svg+xml" href={favicon} />
        <Meta />
        <Links nonce="" />
        {root?.themeCssUrl ? <link rel="stylesheet" href={root.themeCssUrl} /> : null}
      </head>
      <body>
        <Marks />
        {root?.rehearsal ? <RehearsalMark /> : null}
        <WrittenIn language={root?.written ?? null}>{children}</WrittenIn>
        {small ? <script type="module" src={small} nonce={nonce} /> : null}
        {hydrates ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

/** On every screen of a rehearsal, whichever it is. */
function RehearsalMark() {
  const m = useWords(pageWords).rehearsal;
  return (
    <aside className="rehearsal-mark" aria-label={m.title}>
      <strong>{m.title}</strong> {m.text}
    </aside>
  );
}

export default function App() {
  useKeptFocus();
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  if (error instanceof Refused) return <ProblemPage what="refused" />;
  if (!isRouteErrorResponse(error)) return <ProblemPage what="fault" />;
  return <ProblemPage what={problems[error.status] ?? String(error.data)} />;
}

/** What the door answers a script with: its page is not for showing inside another. */
const problems: Readonly<Record<number, string>> = {
  400: "unreadable",
  404: "missing",
  409: "refused",
  413: "tooLarge",
  415: "unreadable",
  429: "busy",
  503: "wait",
};
