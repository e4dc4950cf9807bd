import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { PublicFrame } from "../../ui/frame.tsx";
import type { Route } from "./+types/call.route.ts";
import { contactHref } from "./call.ts";
import { findCallPage } from "./call-page.server.ts";
import { CallView } from "./call-view.tsx";
import { callWords } from "./messages/call.ts";

export const handle = { script: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue || dialogue.state === "draft") throw data("missing", { status: 404 });
  const { db, environment } = context.get(servicesContext);
  const { locale } = context.get(visitContext);
  const { page } = await findCallPage(db, dialogue, locale);
  return { page, origin: environment.origin };
}

export default function Call({ loaderData: { page, origin } }: Route.ComponentProps) {
  const m = useWords(callWords);
  const address = `${origin}/oproep/${page.slug}`;
  const href = contactHref(page.texts.contact);
  const footer = (
    <>
      {page.texts.owner ? <span>{m.owner({ owner: page.texts.owner })}</span> : null}
      <a href={`/oproep/${page.slug}/privacy`}>{m.privacyTitle}</a>
      {page.texts.contact ? href ? <a href={href}>{page.texts.contact}</a> : <span>{page.texts.contact}</span> : null}
    </>
  );
  return (
    <PublicFrame footer={footer}>
      <title>{page.title}</title>
      <meta name="description" content={page.texts.lead} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={page.title} />
      <meta property="og:description" content={page.texts.lead} />
      <meta property="og:url" content={address} />
      <meta property="og:image" content={`${address}/beeld.png`} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
      <link rel="canonical" href={address} />
      <CallView page={page} />
    </PublicFrame>
  );
}
