import { askedByGuest } from "../dialogue/access/asked.server.ts";
import { servicesContext } from "../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../language/words.ts";
import { listForMyNeeds } from "../network/asks/commitments.server.ts";
import { networkWords } from "../network/messages/network.ts";
import { dateLong } from "../platform/time.ts";
import { programmeVoiceWords } from "../programme/messages/programme-voice.ts";
import { Rail } from "../ui/chart/rail.tsx";
import { Empty } from "../ui/empty.tsx";
import { Written } from "../ui/form/typed.tsx";
import { Help, PublicFrame } from "../ui/frame.tsx";
import { PageHead } from "../ui/layout/page-head.tsx";
import type { Route } from "./+types/mine.route.ts";
import { InputThread, ProposalThread } from "./input-thread.tsx";
import { feedbackWords } from "./messages/feedback.ts";
import { findMyInput } from "./mine.server.ts";
import "./feedback.css";

export const handle = { script: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, guest } = askedByGuest(context);
  const input = await findMyInput(context.get(servicesContext).db, dialogue.id, guest.personId);
  const promised = await listForMyNeeds(context.get(servicesContext).db, {
    dialogueId: dialogue.id,
    personId: guest.personId,
  });
  return {
    input,
    promised,
    slug: dialogue.slug,
    title: dialogue.title,
    help: dialogue.helpContact,
    asks: dialogue.programmeAskedAt !== null && dialogue.programmeAskEndedAt === null,
    reads: dialogue.programmeAskedAt !== null || dialogue.programmeShownAt !== null,
  };
}

export default function MyInputPage({ loaderData: { input, promised, slug, title, help, asks, reads } }: Route.ComponentProps) {
  const m = useWords(feedbackWords).mine;
  const voice = useWords(programmeVoiceWords).mine;
  const words = useWords(networkWords).commitments;
  const locale = useLocale();
  const { version, contributions, proposals, counts } = input;
  const choices = counts.ballots + counts.marks + counts.backings;
  const n = contributions.length + proposals.length;
  return (
    <PublicFrame footer={<Help contact={help} />}>
      <title>{`${m.title} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.title} eyebrow={<Written>{title}</Written>}>
        {n > 0 ? <p className="lead">{m.lead({ n })}</p> : null}
        <p>
          {version ? (
            <>
              {m.report({ number: version.number, date: dateLong(version.publishedAt, locale) })}{" "}
              <a href={`/verslag/${slug}/${version.number}`}>{m.readReport}</a>
            </>
          ) : (
            m.noReport
          )}
        </p>
      </PageHead>
      {n + choices > 0 ? null : version ? (
        <Empty title={m.noneAfter}>{m.noneAfterText}</Empty>
      ) : (
        <Empty title={m.none}>{m.noneText}</Empty>
      )}
      {contributions.map((one) => (
        <InputThread key={one.number} input={one} slug={slug} version={version?.number ?? null} />
      ))}
      {proposals.map((one) => (
        <ProposalThread key={one.number} proposal={one} slug={slug} version={version?.number ?? null} />
      ))}
      {choices > 0 ? (
        <Rail id="keuzes" heading={m.counts}>
          <p>{m.countsText(counts)}</p>
        </Rail>
      ) : null}
      {promised.length > 0 ? (
        <Rail id="toezeggingen" heading={words.atThemes}>
          <ul>
            {promised.map((one) => (
              <li key={one.id}>
                <Written>{one.what}</Written>{" "}
                <span className="small quiet">
                  {[
                    one.theme ?? "",
                    one.by,
                    words.by({ day: dateLong(new Date(`${one.due}T12:00:00Z`), locale) }),
                    words.states[one.state],
                  ]
                    .filter(Boolean)
                    .join(". ")}
                </span>
              </li>
            ))}
          </ul>
        </Rail>
      ) : null}
      <p className="row-actions my-links">
        {reads ? <a href={`/mijn/${slug}/programma`}>{asks ? voice.link : voice.readLink}</a> : null}
        <a href={`/mijn/${slug}`}>{m.back}</a>
        <a href={`/mijn/${slug}/gegevens`}>{m.yourData}</a>
      </p>
    </PublicFrame>
  );
}
