import { data } from "react-router";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateLong } from "../../platform/time.ts";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import type { Route } from "./+types/privacy.route.ts";
import { paragraphs } from "./call.ts";
import { findPrivacy } from "./calls.server.ts";
import { callWords } from "./messages/call.ts";
import "./call.css";

export const handle = { script: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue || dialogue.state === "draft") throw data("missing", { status: 404 });
  const { version, text, at } = await findPrivacy(context.get(servicesContext).db, dialogue.id);
  return { slug: dialogue.slug, title: dialogue.title, version, text, at };
}

export default function Privacy({ loaderData }: Route.ComponentProps) {
  const m = useWords(callWords);
  const locale = useLocale();
  return (
    <PublicFrame>
      <title>{`${m.privacyTitle} · ${loaderData.title}`}</title>
      <p className="eyebrow">
        <Written>{loaderData.title}</Written>
      </p>
      <h1>{m.privacyTitle}</h1>
      {paragraphs(loaderData.text).map((one) => (
        <Typed as="p" key={one}>
          {one}
        </Typed>
      ))}
      {loaderData.version > 0 ? (
        <p className="quiet">{m.privacyVersion({ version: loaderData.version, date: dateLong(loaderData.at, locale) })}</p>
      ) : null}
      <p>
        <a href={`/oproep/${loaderData.slug}`}>{m.toCall}</a>
      </p>
    </PublicFrame>
  );
}
