import type { ReactNode } from "react";
import { Anchor, type Target } from "./anchor.tsx";
import { LogoMark } from "./logo-mark.tsx";
import { Spine, type Station } from "./spine.tsx";

export type Frame = {
  skipText: string;
  siteName: ReactNode;
  home: Target;
  /** An installation's own logo; ours when left out. */
  logo?: ReactNode;
  languageSwitch?: ReactNode;
  footer: ReactNode;
  /** Takes the whole width: the page brings its own `.wrap`. */
  bleed?: boolean | undefined;
  children: ReactNode;
};

function SkipLink({ text }: { text: string }) {
  return (
    <a className="nl-skip-link nl-skip-link--visible-on-focus" href="#main">
      {text}
    </a>
  );
}

function SiteName({ siteName, home, logo }: Pick<Frame, "siteName" | "home" | "logo">) {
  return (
    <Anchor className="site-name" {...home}>
      {logo ?? <LogoMark />}
      <span>{siteName}</span>
    </Anchor>
  );
}

function Main({ bleed, children }: Pick<Frame, "bleed" | "children">) {
  return (
    <main id="main" tabIndex={-1}>
      {bleed ? children : <div className="wrap">{children}</div>}
    </main>
  );
}

function SiteFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="site-footer">
      <div className="wrap">{children}</div>
    </footer>
  );
}

type Navigation = { navLabel: string; nav: ReactNode } | { navLabel?: never; nav?: never };

export function PublicPage({ navLabel, nav, languageSwitch, footer, skipText, bleed, children, ...site }: Frame & Navigation) {
  return (
    <div className="page">
      <SkipLink text={skipText} />
      <header className="site-header">
        <div className="wrap">
          <SiteName {...site} />
          {nav && (
            <nav className="site-nav" aria-label={navLabel}>
              {nav}
            </nav>
          )}
          {languageSwitch}
        </div>
      </header>
      <Main bleed={bleed}>{children}</Main>
      <SiteFooter>{footer}</SiteFooter>
    </div>
  );
}

type Team = {
  me?: { role: string; name: string } | undefined;
  help?: ReactNode;
  stationsLabel?: string | undefined;
  /** On a narrow screen the stations fold behind this line, for instance "stap 3 van 8". */
  stationsSummary?: string | undefined;
  stations?: readonly Station[] | undefined;
};

export function TeamPage({
  me,
  help,
  stationsLabel,
  stationsSummary,
  stations,
  languageSwitch,
  footer,
  skipText,
  bleed,
  children,
  ...site
}: Frame & Team) {
  return (
    <div className="page team">
      <SkipLink text={skipText} />
      <header>
        <div className="site-header">
          <div className="wrap">
            <SiteName {...site} />
            {me && (
              <p className="me">
                <span className="quiet">{me.role}</span> {me.name}
              </p>
            )}
            {help}
            {languageSwitch}
          </div>
        </div>
        {stations && <Spine label={stationsLabel ?? ""} summary={stationsSummary ?? ""} stations={stations} />}
      </header>
      <Main bleed={bleed}>{children}</Main>
      <SiteFooter>{footer}</SiteFooter>
    </div>
  );
}

type Room = {
  skipText: string;
  table?: ReactNode;
  place: string;
  step?: ReactNode;
  timer?: ReactNode;
  help?: ReactNode;
  languageSwitch?: ReactNode;
  /** Rules and where to get help with the technique. */
  footer: ReactNode;
  bleed?: boolean | undefined;
  children: ReactNode;
};

export function RoomPage({ skipText, table, place, step, timer, help, languageSwitch, footer, bleed, children }: Room) {
  return (
    <div className="page room">
      <SkipLink text={skipText} />
      <header className="room-bar">
        <div className="wrap">
          {table}
          <p className="room-place" aria-live="polite">
            <strong>{place}</strong>
            {step && <span>{step}</span>}
          </p>
          {timer}
          {help}
        </div>
      </header>
      <Main bleed={bleed}>{children}</Main>
      <SiteFooter>
        {footer}
        {languageSwitch}
      </SiteFooter>
    </div>
  );
}
