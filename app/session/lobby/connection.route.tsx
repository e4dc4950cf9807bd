import { data } from "react-router";
import { askedByRegistration } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { findingsShape } from "../../prepare/registration/connection/checked.ts";
import { connectionWords } from "../../prepare/registration/connection/messages/connection.ts";
import { Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { Notice } from "../../ui/notice.tsx";
import { roomWords } from "../room/messages/room.ts";
import { iceServersFor } from "../video/providers/ice-servers.server.ts";
import type { Route } from "./+types/connection.route.ts";
import { ConnectionTest } from "./connection-test.tsx";
import { Firewall } from "./firewall.tsx";
import { doorsOf, keepFindings } from "./tested.server.ts";
import "../video/join/meet.css";

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, registration: mine, environment } = askedByRegistration(context);
  return {
    title: dialogue.title,
    session: session.id,
    media: environment.media,
    doors: doorsOf(environment),
    iceServers: environment.media ? iceServersFor(environment.iceServers, mine.personId, Date.now()) : [],
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { session, registration: mine } = context.get(placeContext);
  if (!session || !mine) throw data("missing", { status: 404 });
  if (session.state === "ended" || session.state === "cancelled") return data({ kept: false, ended: true }, { status: 409 });
  const read = findingsShape.safeParse(Object.fromEntries(await request.formData()));
  if (!read.success) return data({ kept: false, ended: false }, { status: 422 });
  await keepFindings(context.get(servicesContext).db, mine, read.data);
  return data({ kept: true, ended: false });
}

export default function ConnectionPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const m = useWords(connectionWords);
  const { ended } = useWords(roomWords).refused.codes;
  return (
    <PublicFrame>
      <title>{`${m.title} · ${page.title}`}</title>
      <meta name="robots" content="noindex" />
      <p className="eyebrow">
        <Written>{page.title}</Written>
      </p>
      <h1>{m.title}</h1>
      <p className="lead">{m.lead}</p>
      <p>{m.equal}</p>
      {actionData?.ended ? <Notice variant="warn">{ended}</Notice> : null}
      <noscript>
        <p>{m.noScript}</p>
      </noscript>
      <ConnectionTest session={page.session} media={page.media} iceServers={page.iceServers} doors={page.doors} />
      <Firewall doors={page.doors} />
      <p>
        <a href={`/bijeenkomst/${page.session}`}>{m.back}</a>
      </p>
    </PublicFrame>
  );
}
