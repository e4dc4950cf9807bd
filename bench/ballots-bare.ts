// What a ballot costs without us: Hono, no guards, no page around it. `/together` writes batches, `/each` one transaction per ballot.
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";
import { makeBatch } from "../app/platform/cache/batch.ts";
import { together as batching } from "../app/session/check/ballots.server.ts";

const [url, dialogue] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 12 });

type Ballot = Readonly<Record<"person" | "insight" | "choice" | "fit", string>>;
const read = (text: string) => Object.fromEntries(new URLSearchParams(text)) as Ballot; // our own sender wrote it

const upsert = `insert into ballot (person_id, insight_id, choice, fit)
  select distinct on (p, i) p, i, c, nullif(f, '') from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) with ordinality t(p, i, c, f, n)
  order by p, i, n desc
  on conflict (insight_id, person_id) do update set choice = excluded.choice, fit = excluded.fit, at = now()`;
const valuesOf = (ballots: readonly Ballot[]) =>
  (["person", "insight", "choice", "fit"] as const).map((name) => ballots.map((one) => one[name]));

const together = makeBatch(async (ballots: readonly Ballot[]) => {
  await pool.query({ name: "together", text: upsert, values: valuesOf(ballots) });
  return ballots.map(() => true);
}, batching);

async function each(ballot: Ballot): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query({
      name: "seq",
      text: "update ledger set seq = seq + 1 where scope = $1 returning seq",
      values: [dialogue],
    });
    await client.query({ name: "one", text: upsert, values: valuesOf([ballot]) });
    await client.query({
      name: "audit",
      text: "insert into audit (scope, seq, actor, what, subject_kind, subject_id) values ($1, $2, 'bench', 'ballot.bench', 'insight', $3)",
      values: [dialogue, rows[0]?.seq, ballot.insight],
    });
    await client.query("commit");
  } finally {
    client.release();
  }
}

const app = new Hono();
app.post("/together", async (c) => {
  await together.add(read(await c.req.text()));
  return c.json({ status: "kept" });
});
app.post("/each", async (c) => {
  await each(read(await c.req.text()));
  return c.json({ status: "kept" });
});
const server = createServer(getRequestListener(app.fetch));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : 0);
});
