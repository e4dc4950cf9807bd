import type { ReactNode } from "react";
import { useLocation, useRouteLoaderData } from "react-router";
import { pageWords } from "../language/page.ts";
import { useLocale, useWords } from "../language/words.ts";
import { Button } from "./button.tsx";
import { PublicPage } from "./layout/shell.tsx";

interface Root {
  readonly siteName: string;
  readonly logo: string | null;
  readonly languages: readonly string[];
}

export const useSiteName = (): string => (useRouteLoaderData("root") as Root | undefined)?.siteName ?? "Klankbord";

/** The logo of the organisation; its name stands beside it, so it says nothing by itself. */
export function useLogo(): ReactNode {
  const logo = (useRouteLoaderData("root") as Root | undefined)?.logo;
  return logo ? <img src={logo} alt="" className="site-logo" /> : undefined;
}

/** The other language, by a form: it works without script and leaves the address as it is. */
export function LanguageSwitch() {
  const m = useWords(pageWords);
  const other = useLocale() === "nl" ? "en" : "nl";
  const { pathname, search } = useLocation();
  const root = useRouteLoaderData("root") as Root | undefined;
  if (root && root.languages.length < 2) return null;
  return (
    <form method="post" action="/taal" className="language">
      <input type="hidden" name="terug" value={pathname + search} />
      <Button variant="quiet" size="small" name="taal" value={other} lang={other}>
        {m.language}
      </Button>
    </form>
  );
}

export function FooterLinks({ children }: { children?: ReactNode }) {
  const m = useWords(pageWords);
  return (
    <>
      {children}
      <a href="/privacy">{m.privacy}</a>
      <a href="/toegankelijkheid">{m.accessibility}</a>
      <a href="/team">{m.team}</a>
    </>
  );
}

/** Whom to ask, for the footer of a participant's page; nothing when the organiser named nobody. */
export function Help({ contact }: { contact: string }) {
  const m = useWords(pageWords);
  return contact ? <span>{m.help({ contact })}</span> : null;
}

/** A page for everybody. `footer` comes before the links that each page has. */
export function PublicFrame({ children, footer, bleed }: { children: ReactNode; footer?: ReactNode; bleed?: boolean }) {
  const m = useWords(pageWords);
  return (
    <PublicPage
      skipText={m.skip}
      siteName={useSiteName()}
      logo={useLogo()}
      home={{ href: "/" }}
      languageSwitch={<LanguageSwitch />}
      footer={<FooterLinks>{footer}</FooterLinks>}
      bleed={bleed}
    >
      {children}
    </PublicPage>
  );
}
