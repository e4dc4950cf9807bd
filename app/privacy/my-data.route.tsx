import { data, redirect } from "react-router";
import { placeContext, servicesContext, visitContext } from "../context.ts";
import { PublicFrame } from "../frame.tsx";
import { privacyWords } from "../messages/privacy.ts";
import { useWords } from "../messages/words.ts";
import { LinkButton } from "../ui/button.tsx";
import type { Route } from "./+types/my-data.route.ts";
import { findMyData } from "./my-data.server.ts";
import { SectionView } from "./section-view.tsx";
import "./privacy.css";

export const handle = { script: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const { guest } = context.get(visitContext);
  if (!dialogue || !guest) throw data("link", { status: 401 });
  // Everything of somebody is not for a device that they have not said yes to.
  if (!guest.confirmed) throw redirect("/apparaat", 303);
  return {
    slug: dialogue.slug,
    title: dialogue.title,
    sections: await findMyData(context.get(servicesContext).db, guest.personId),
  };
}

export default function MyDataPage({ loaderData: { slug, title, sections } }: Route.ComponentProps) {
  const m = useWords(privacyWords);
  return (
    <PublicFrame>
      <title>{`${m.title} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <div className="page-head">
        <h1>{m.title}</h1>
        <p className="lead">{m.lead}</p>
        <p className="row-actions">
          <a href={`/mijn/${slug}/gegevens.json`} download>
            {m.download}
          </a>
          <a href={`/mijn/${slug}`}>{m.back}</a>
        </p>
      </div>
      {sections.map((section) => (
        <SectionView key={section.name} section={section} />
      ))}
      <p className="actions">
        <LinkButton href={`/mijn/${slug}/wissen`} variant="secondary" danger>
          {m.toErase}
        </LinkButton>
      </p>
    </PublicFrame>
  );
}
