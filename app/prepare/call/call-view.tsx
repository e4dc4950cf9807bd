import { useLocale, useWords } from "../../language/words.ts";
import { clockRange, dateLong } from "../../platform/time.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Thread } from "../../ui/chart/thread.tsx";
import { FieldLine } from "../../ui/form/field-mark.tsx";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { isOpenOffer, type Offer } from "../registration/my-page/offer.ts";
import { type CallTexts, paragraphs } from "./call.ts";
import { callWords } from "./messages/call.ts";
import { SeatDrawing } from "./seat-drawing.tsx";
import "./call.css";

export type SessionWord = keyof (typeof callWords)["nl"]["state"];

export interface CallPage {
  readonly slug: string;
  readonly title: string;
  readonly texts: CallTexts;
  readonly fields: readonly { readonly id: string; readonly name: string; readonly shape: number }[];
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly sessions: readonly {
    readonly id: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly closesAt: Date | null;
    readonly capacity: number;
    readonly state: SessionWord;
    readonly offer: Offer;
  }[];
  /** whether these are there to be read */
  readonly report: boolean;
  readonly programme: boolean;
  readonly agenda: readonly { readonly id: string; readonly at: string; readonly title: string }[];
}

export function CallView({ page, heading = 1 }: { page: CallPage; heading?: 1 | 2 }) {
  const m = useWords(callWords);
  const locale = useLocale();
  const Title = `h${heading}` as const;
  const open = page.sessions.filter(({ offer }) => isOpenOffer(offer));
  const first = page.sessions.find((one) => one.state !== "ended" && one.state !== "cancelled") ?? page.sessions[0];
  return (
    <div className="call">
      <div className="intro">
        <p className="eyebrow">{m.eyebrow}</p>
        <Title className="nl-heading nl-heading--level-1">
          <Written>{page.title}</Written>
        </Title>
        {page.texts.lead ? (
          <p className="lead">
            <Written>{page.texts.lead}</Written>
          </p>
        ) : null}
        <dl className="call-facts">
          {page.sessions.map((one) => (
            <div key={one.id}>
              <dt>{m.when}</dt>
              <dd>
                <strong>{dateLong(one.startsAt, locale)}</strong> {clockRange(one.startsAt, one.endsAt, locale)}
                {first && one.id === first.id && isAhead(one.state) ? null : (
                  <>
                    <br />
                    {one.offer === "waiting-list" ? m.full : m.state[stateWord(one)]}
                  </>
                )}
              </dd>
            </div>
          ))}
          <div>
            <dt>{m.where}</dt>
            <dd>
              <strong>{m.whereFact}</strong> {m.whereDetail}
            </dd>
          </div>
          {first && isAhead(first.state) ? (
            <div>
              <dt>{m.register}</dt>
              <Registering of={first} fields={page.fields.length} />
            </div>
          ) : null}
        </dl>
        <NextAction page={page} open={open.map(({ offer }) => offer)} />
      </div>
      <section className="from-seat" aria-labelledby="inbreng">
        <SeatDrawing shapes={page.fields.map((one) => one.shape)} label={m.drawing} seat={m.yourSeat} />
        <h2 className="visually-hidden" id="inbreng">
          {m.threadTitle}
        </h2>
        <CallThread page={page} />
      </section>
      <section className="why">
        {page.texts.purpose ? (
          <>
            <h2>{m.why}</h2>
            <Text of={page.texts.purpose} />
          </>
        ) : null}
      </section>
      <div className="rest flow">
        {page.texts.background ? (
          <Rail id="achtergrond" heading={m.background}>
            <Text of={page.texts.background} />
          </Rail>
        ) : null}
        <Rail id="voor-wie" heading={m.forWhom}>
          <Text of={page.texts.forWhom} />
          <p>{m.fields}</p>
          <ul className="plain call-fields">
            {page.fields.map((one) => (
              <li key={one.id}>
                <FieldLine shape={one.shape}>{one.name}</FieldLine>
              </li>
            ))}
          </ul>
          <p>{m.parties}</p>
          <ul className="call-parties">
            {page.parties.map((one) => (
              <li key={one.id}>
                <Written>{one.name}</Written>
              </li>
            ))}
          </ul>
        </Rail>
        <Rail id="agenda" heading={m.agenda}>
          <ol className="plain agenda">
            {page.agenda.map((one) => (
              <li key={one.id}>
                <span className="num quiet">{one.at}</span> <Written>{one.title}</Written>
              </li>
            ))}
          </ol>
        </Rail>
        {page.texts.whatHappens ? (
          <Rail id="met-uw-inbreng" heading={m.whatHappens}>
            <Text of={page.texts.whatHappens} />
          </Rail>
        ) : null}
        <Rail id="goed-om-te-weten" heading={m.goodToKnow}>
          <p>
            {m.ballots} <a href={`/oproep/${page.slug}/privacy`}>{m.privacyLink}</a>.
          </p>
          <p>
            <a href={`/oproep/${page.slug}/link`}>{m.lostLink}</a>.
          </p>
          {open.length > 0 ? <NextAction page={page} open={open.map(({ offer }) => offer)} /> : null}
        </Rail>
      </div>
    </div>
  );
}

type CallSession = CallPage["sessions"][number];

/** Before the lobby opens what matters is whether there is a place; then, what goes on. */
const isAhead = (state: SessionWord): boolean => state === "planned" || state.startsWith("registration-");

/** A date that went by closes the registration before anybody says so. */
const stateWord = ({ state, offer }: CallSession): SessionWord =>
  state === "registration-open" && !isOpenOffer(offer) ? "registration-closed" : state;

function Registering({ of, fields }: { of: CallSession; fields: number }) {
  const m = useWords(callWords);
  const locale = useLocale();
  if (of.offer === "waiting-list")
    return (
      <dd>
        <strong>{m.full}</strong> {m.waitingList}
      </dd>
    );
  const until = isOpenOffer(of.offer) && of.closesAt ? m.until({ date: dateLong(of.closesAt, locale) }) : null;
  return (
    <dd>
      <strong>{until ?? m.state[stateWord(of)]}</strong>{" "}
      {of.offer === "closed" ? null : m.places({ places: of.capacity, fields })}
    </dd>
  );
}

/** The one thing to do here now: register, or read what came of it. */
function NextAction({ page, open }: { page: CallPage; open: readonly Offer[] }) {
  const m = useWords(callWords);
  if (open.length === 0 && page.report)
    return (
      <p className="actions">
        <LinkButton href={`/verslag/${page.slug}`}>{m.toReport}</LinkButton>
        {page.programme ? <a href={`/programma/${page.slug}`}>{m.toProgramme}</a> : null}
      </p>
    );
  // who lost their link looks here, most of all while the session goes on
  if (open.length === 0)
    return (
      <p className="actions">
        <span className="quiet">{m.closed}</span> <a href={`/oproep/${page.slug}/link`}>{m.lostLink}</a>
      </p>
    );
  return (
    <p className="actions">
      <LinkButton href={`/oproep/${page.slug}/aanmelden`}>
        {open.every((one) => one === "waiting-list") ? m.waitingButton : m.registerButton}
      </LinkButton>{" "}
      <span className="quiet">{m.duration}</span>
    </p>
  );
}

function CallThread({ page }: { page: CallPage }) {
  const m = useWords(callWords).thread;
  const locale = useLocale();
  const held = page.sessions.filter((one) => one.state === "ended").length;
  const sessions = page.sessions
    .filter((one) => one.state !== "cancelled")
    .map((one) => {
      const state: "done" | "to-come" = one.state === "ended" ? "done" : "to-come";
      return {
        key: one.id,
        state,
        stateWord: state === "done" ? m.done : m.toCome,
        title: m.session.title({ date: dateLong(one.startsAt, locale) }),
        content: <p className="small">{m.session.text}</p>,
      };
    });
  const later = [
    { key: "report", there: page.report, href: `/verslag/${page.slug}` },
    { key: "programme", there: page.programme, href: `/programma/${page.slug}` },
    // Everybody hears with the report what became of theirs.
    { key: "feedback", there: page.report, href: null },
  ] as const;
  const thread = later.map(({ key, there, href }) => ({
    key,
    state: there ? ("done" as const) : ("to-come" as const),
    stateWord: there ? m.there : m.toCome,
    title: there && href ? <a href={href}>{m[key].title}</a> : m[key].title,
    content: <p className="small">{m[key].text}</p>,
  }));
  const callItem = {
    key: "call",
    state: held > 0 ? ("done" as const) : ("now" as const),
    stateWord: held > 0 ? m.done : m.now,
    title: m.call.title,
    content: <p className="small">{m.call.text}</p>,
  };
  return <Thread items={[callItem, ...sessions, ...thread]} />;
}

function Text({ of }: { of: string }) {
  return (
    <>
      {paragraphs(of).map((one) => (
        <Typed as="p" key={one}>
          {one}
        </Typed>
      ))}
    </>
  );
}
