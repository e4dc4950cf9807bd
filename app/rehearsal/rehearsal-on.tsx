import { useEffect, useState } from "react";
import { Form, useRevalidator } from "react-router";
import { useWords } from "../language/words.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Rail } from "../ui/chart/rail.tsx";
import { TextLink } from "../ui/layout/text.tsx";
import { Notice } from "../ui/notice.tsx";
import { rehearsalWords } from "./messages/rehearsal.ts";

export interface On {
  readonly slug: string;
  readonly sessionId: string;
  readonly title: string;
  readonly state: string;
  readonly speed: number;
  readonly people: number;
  /** Which step, from 1; 0 before the first. */
  readonly at: number;
  readonly titles: readonly string[];
}

const lookAgainMs = 3_000;

/** How far it is, the ways to its screens, and the ways out. */
export function RehearsalOn({ on, goesAt, link: made }: { on: On; goesAt: string; link: string | null }) {
  const link = useKept(made);
  const m = useWords(rehearsalWords);
  const going = on.state === "lobby" || on.state === "live";
  useLookAgain(going);
  const home = `/team/${on.slug}`;
  const how =
    on.state === "live"
      ? m.on.live(on.at, on.titles.length, on.titles[on.at - 1] ?? "")
      : on.state === "lobby"
        ? m.on.lobby
        : m.on.over;
  return (
    <>
      <Notice variant={going ? "warn" : "info"} title={m.about(on.title, on.speed, on.people)}>
        <p aria-live="polite">{how}</p>
        <p>{m.goesAt(goesAt)}</p>
        {going && (
          <noscript>
            <p>
              <a href="?">{m.refresh}</a>
            </p>
          </noscript>
        )}
      </Notice>
      <Rail id="schermen" heading={m.open}>
        <div className="row-actions">
          <LinkButton href={`${home}/bijeenkomst/${on.sessionId}`}>{m.cockpit}</LinkButton>
          <TextLink href={`${home}/scherm/${on.sessionId}`} target="_blank">
            {m.screen}
          </TextLink>
        </div>
      </Rail>
      <Rail id="plek" heading={m.seat}>
        <p>{m.seatHint}</p>
        <Form method="post">
          {link ? (
            <Notice variant="success" title={m.seatLink} live="polite">
              <p className="as-typed">{link}</p>
            </Notice>
          ) : null}
          <Button name="doen" value="kijk" variant="secondary">
            {m.seatButton}
          </Button>
        </Form>
      </Rail>
      <Rail id="einde" heading={m.stopTitle}>
        <p>{m.eraseHint}</p>
        <Form method="post" className="row-actions">
          {going && (
            <Button name="doen" value="stop" variant="secondary">
              {m.stop}
            </Button>
          )}
          <Button name="doen" value="wis" variant="secondary" danger>
            {m.erase}
          </Button>
        </Form>
      </Rail>
    </>
  );
}

/** What an action answered goes when the page looks again; a link has to stay until it is copied. */
function useKept(made: string | null): string | null {
  const [kept, keep] = useState(made);
  if (made !== null && made !== kept) keep(made);
  return made ?? kept;
}

/** While it goes on, the page keeps up with it. */
function useLookAgain(going: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(() => void revalidate(), lookAgainMs);
    return () => clearInterval(timer);
  }, [going, revalidate]);
}
