import { redirect } from "react-router";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { privacyWords } from "../messages/privacy.ts";
import { privacyContactOf } from "../statements/statements.server.ts";
import type { Route } from "./+types/my-data.route.ts";
import { findMyData } from "./my-data.server.ts";
import { NotKept, SectionView } from "./section-view.tsx";
import "../privacy.css";

export const handle = { script: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, guest } = askedByGuest(context);
  // Everything of somebody is not for a device that they have not said yes to.
  if (!guest.confirmed) throw redirect("/apparaat", 303);
  const services = context.get(servicesContext);
  return {
    slug: dialogue.slug,
    title: dialogue.title,
    contact: privacyContactOf(services),
    sections: await findMyData(services.db, guest.personId),
  };
}

export default function MyDataPage({ loaderData: { slug, title, contact, sections } }: Route.ComponentProps) {
  const m = useWords(privacyWords);
  return (
    <PublicFrame>
      <title>{`${m.title} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.title} lead={m.lead}>
        <p className="row-actions">
          <a href={`/mijn/${slug}/gegevens.json`} download>
            {m.download}
          </a>
          <a href={`/mijn/${slug}`}>{m.back}</a>
        </p>
      </PageHead>
      {sections
        .filter(({ rows }) => rows.length > 0)
        .map((section) => (
          <SectionView key={section.name} section={section} />
        ))}
      <NotKept names={sections.filter(({ rows }) => rows.length === 0).map(({ name }) => name)} />
      <Rail id="bezwaar" heading={m.object.title}>
        <p>{m.object.lead}</p>
        <ul>
          <li>
            <a href={`/mijn/${slug}/inbreng`}>{m.object.words}</a>
          </li>
          <li>
            <a href={`/mijn/${slug}`}>{m.object.place}</a>
          </li>
          <li>
            <a href={`/mijn/${slug}/wissen`}>{m.object.all}</a>
          </li>
        </ul>
        <p>
          {m.object.else} <a href={`mailto:${contact}?subject=${encodeURIComponent(m.object.subject({ title }))}`}>{contact}</a>
        </p>
      </Rail>
      <p className="actions">
        <LinkButton href={`/mijn/${slug}/wissen`} variant="secondary" danger>
          {m.toErase}
        </LinkButton>
      </p>
    </PublicFrame>
  );
}
