import { servicesContext } from "../../dialogue/access/context.server.ts";
import { installationWords } from "../../dialogue/messages/installation.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Route } from "./+types/home.route.ts";
import { attention, countAll } from "./mails.server.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const { db, environment } = context.get(servicesContext);
  const [alerts, figures] = await Promise.all([attention(db, new Date()), countAll(db)]);
  return { ...alerts, ...figures, smtp: environment.smtpUrl !== undefined };
}

export default function InstallationHome({ loaderData }: Route.ComponentProps) {
  const m = useWords(installationWords).home;
  const locale = useLocale();
  const { failed, brakeAt, smtp, sent, dialogues, people } = loaderData;
  return (
    <>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.lead} />
      <Rail id="aandacht" heading={m.attention}>
        {failed > 0 && (
          <Notice variant="warn" action={<TextLink to="/beheer/post?stand=failed">{m.toFailed}</TextLink>}>
            {m.failed({ n: failed })}
          </Notice>
        )}
        {brakeAt && <Notice variant="warn">{m.brake({ when: dateTime(brakeAt, locale) })}</Notice>}
        {!smtp && <Notice>{m.noSmtp}</Notice>}
        {failed === 0 && !brakeAt && smtp && <p>{m.calm}</p>}
      </Rail>
      <Rail id="cijfers" heading={m.figures}>
        <dl className="facts">
          <div>
            <dt>{m.dialogues}</dt>
            <dd>{dialogues}</dd>
          </div>
          <div>
            <dt>{m.people}</dt>
            <dd>{people}</dd>
          </div>
          <div>
            <dt>{m.mails}</dt>
            <dd>{sent}</dd>
          </div>
        </dl>
      </Rail>
    </>
  );
}
