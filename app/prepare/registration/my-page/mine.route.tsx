import { access } from "../../../dialogue/access/access.ts";
import { askedByGuest } from "../../../dialogue/access/asked.server.ts";
import passkeys from "../../../dialogue/people/passkey.client.ts?worker&url";
import { listKeys } from "../../../dialogue/people/passkeys.server.ts";
import { useLocale, useWords } from "../../../language/words.ts";
import { deviceName } from "../../../platform/http/device-name.ts";
import { Button } from "../../../ui/button.tsx";
import { Rail } from "../../../ui/chart/rail.tsx";
import { RadioGroup } from "../../../ui/form/choices.tsx";
import { Written } from "../../../ui/form/typed.tsx";
import { Help, PublicFrame } from "../../../ui/frame.tsx";
import { PageHead } from "../../../ui/layout/page-head.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { participantWords } from "../messages/participant.ts";
import type { Route } from "./+types/mine.route.ts";
import { DeviceList } from "./device-list.tsx";
import { KeyList } from "./key-list.tsx";
import { MineData } from "./mine-data.tsx";
import { findMinePage } from "./mine-page.server.ts";
import { MineSession } from "./mine-session.tsx";
import "../form/registration.css";

export const handle = { script: false, small: passkeys };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, guest, db } = askedByGuest(context);
  const [page, keys] = await Promise.all([
    findMinePage(db, { ...guest, dialogueId: dialogue.id, state: dialogue.state }),
    listKeys(db, { personId: guest.personId, kind: "participant" }),
  ]);
  const said = new URL(request.url).searchParams;
  return {
    ...page,
    keys,
    device: deviceName(request.headers.get("user-agent")),
    slug: dialogue.slug,
    title: dialogue.title,
    help: dialogue.helpContact,
    has: {
      reading: page.readsAlong && page.places.some(({ session, state }) => session.state === "ended" && state === "admitted"),
      report: page.reported,
      programme: dialogue.programmeShownAt !== null,
      contributions: isBuilt("inbreng"),
      results: isBuilt("uitkomst"),
      data: isBuilt("gegevens"),
      network: isBuilt("netwerk"),
    },
    welcome: said.has("welkom"),
    done: said.get("gedaan"),
  };
}

const isBuilt = (page: string): boolean => Object.hasOwn(access, `/mijn/:dialogue/${page}`);

export default function MinePage({ loaderData: page }: Route.ComponentProps) {
  const m = useWords(participantWords);
  const done = page.done !== null && page.done in m.done ? m.done[page.done as keyof typeof m.done] : null;
  const newest = page.places.findLast(({ state }) => state !== "withdrawn") ?? page.places.at(-1);
  // Once it was held, what became of it is what somebody comes for.
  const held = page.places.some(({ session, state }) => session.state === "ended" && state === "admitted");
  const own = <Own page={page} />;
  return (
    <PublicFrame footer={<Help contact={page.help} />}>
      <title>{`${m.title} · ${page.title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.title} eyebrow={<Written>{page.title}</Written>} />
      {page.welcome ? <Notice variant="success">{m.welcome}</Notice> : null}
      {done ? <Notice variant={page.done === "keyRefused" ? "warn" : "success"}>{done}</Notice> : null}
      {page.asksAlong ? (
        <Notice>
          {m.goesOn} <a href={`/mijn/${page.slug}/overdracht`}>{m.goesAlong}</a>
        </Notice>
      ) : null}
      {page.places.map((place) => (
        <MineSession key={place.session.id} place={place} slug={page.slug} />
      ))}
      {held ? own : null}
      {newest ? <MineData place={newest} slug={page.slug} /> : null}
      <DeviceList devices={page.devices} slug={page.slug} />
      <KeyList keys={page.keys} device={page.device} slug={page.slug} />
      {held ? null : own}
      <Language slug={page.slug} />
    </PublicFrame>
  );
}

/** The ways to what somebody brought in, and to their data. */
function Own({ page: { has, slug } }: { page: Route.ComponentProps["loaderData"] }) {
  const m = useWords(participantWords).mine;
  const ways = [
    { to: `/mijn/${slug}/verslag`, text: m.reading, there: has.reading },
    { to: `/verslag/${slug}`, text: m.report, there: has.report },
    { to: `/programma/${slug}`, text: m.programme, there: has.programme },
    { to: `/mijn/${slug}/inbreng`, text: m.contributions, there: has.contributions },
    { to: `/mijn/${slug}/uitkomst`, text: m.results, there: has.results },
    { to: `/netwerk/${slug}`, text: m.network, there: has.network },
    { to: `/mijn/${slug}/gegevens`, text: m.data, there: has.data },
  ].filter(({ there }) => there);
  if (ways.length === 0) return null;
  return (
    <Rail id="inbreng" heading={m.heading}>
      <ul className="plain">
        {ways.map(({ to, text }) => (
          <li key={to}>
            <a href={to}>{text}</a>
          </li>
        ))}
      </ul>
    </Rail>
  );
}

function Language({ slug }: { slug: string }) {
  const m = useWords(participantWords).language;
  const locale = useLocale();
  return (
    <Rail id="taal" heading={m.heading}>
      <form method="post" action={`/mijn/${slug}/taal`}>
        <RadioGroup
          name="taal"
          legend={m.label}
          columns="row"
          defaultValue={locale}
          choices={[
            { value: "nl", label: m.nl },
            { value: "en", label: m.en },
          ]}
        />
        <Button variant="secondary">{m.save}</Button>
      </form>
    </Rail>
  );
}
