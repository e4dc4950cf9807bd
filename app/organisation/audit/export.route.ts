import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { readAuditQuery } from "../../dialogue/audit/audit-query.ts";
import { change, INSTALLATION } from "../../platform/database/change.server.ts";
import type { Route } from "./+types/export.route.ts";
import { allLines } from "./export.server.ts";

/** The log, or what was asked of it, as JSON lines; that it was taken is itself a line. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { db, team } = askedBySignedIn(context);
  const actor = { person: team.personId };
  await change(
    db,
    { scope: INSTALLATION, actor, what: "log.export", subject: { kind: "installation", id: INSTALLATION } },
    async () => {},
  );
  const lines = allLines(db, readAuditQuery(new URL(request.url).searchParams));
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async pull(to) {
      const { value, done } = await lines.next();
      if (done) to.close();
      else to.enqueue(encoder.encode(value.join("")));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/jsonl; charset=utf-8",
      "Content-Disposition": `attachment; filename="logboek.jsonl"`,
      "Cache-Control": "no-store",
    },
  });
}
