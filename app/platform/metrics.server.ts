import type pg from "pg";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { within } from "./within.ts";

/** Figures of one process for Prometheus. Labels are route patterns and states: never an address, an id or a name. */
export function makeMetrics(at: {
  readonly pool: pg.Pool;
  readonly sockets: () => number;
  /** How often screens were told something new, since the start. */
  readonly ticks: () => number;
  /** How many people have sound and picture. */
  readonly seen: () => number;
}) {
  const registry = new Registry();
  // The event loop is watched each 5 ms: what is told of its longest turn is no more than that too long.
  collectDefaultMetrics({ register: registry, prefix: "klankbord_", eventLoopMonitoringPrecision: 5 });
  const registers = [registry];
  const seconds = new Histogram({
    name: "klankbord_http_seconds",
    help: "Time to an answer by route and status",
    labelNames: ["method", "route", "status"] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const turned = new Counter({
    name: "klankbord_turned_away_total",
    help: "Requests refused at the door",
    labelNames: ["status"] as const,
    registers,
  });
  const refusals = new Counter({
    name: "klankbord_refused_total",
    help: "Answers that refuse: no right, a dead link, too much, a sign-in that does not succeed",
    labelNames: ["status"] as const,
    registers,
  });
  new Gauge({
    name: "klankbord_database_connections",
    help: "Connections of the pool",
    labelNames: ["state"] as const,
    registers,
    collect() {
      this.set({ state: "all" }, at.pool.totalCount);
      this.set({ state: "idle" }, at.pool.idleCount);
      this.set({ state: "asked" }, at.pool.waitingCount);
    },
  });
  new Gauge({
    name: "klankbord_sockets",
    help: "Open sockets of rooms",
    registers,
    collect() {
      this.set(at.sockets());
    },
  });
  new Gauge({
    name: "klankbord_media_people",
    help: "People with sound and picture",
    registers,
    collect() {
      this.set(at.seen());
    },
  });
  new Counter({
    name: "klankbord_ticks_total",
    help: "Times that the screens of a session were told something new",
    registers,
    collect() {
      this.reset();
      this.inc(at.ticks());
    },
  });
  const ballots = new Gauge({ name: "klankbord_ballots", help: "Ballots that are kept", registers });
  const late = new Gauge({ name: "klankbord_jobs_late_seconds", help: "How long the oldest job waits past its time", registers });
  const mails = new Gauge({ name: "klankbord_mail", help: "Mails by state", labelNames: ["state"] as const, registers });
  const jobs = new Gauge({
    name: "klankbord_jobs",
    help: "Jobs that wait, and jobs that gave up",
    labelNames: ["state"] as const,
    registers,
  });
  const database = new Gauge({ name: "klankbord_database_up", help: "Whether the database answers", registers });

  /** What the database knows; the rest is told too when it does not answer. */
  async function ask(): Promise<void> {
    try {
      const { rows } = await within(2_000, () =>
        at.pool.query<{ what: "mail" | "jobs" | "ballots" | "late"; state: string; count: number }>(`
        select 'mail' as what, state, count(*)::int as count from mail group by state
        union all
        select 'jobs', case when attempts >= max_attempts then 'failed' else 'waiting' end, count(*)::int
        from graphile_worker._private_jobs group by 2
        union all
        select 'ballots', '', coalesce(sum(ballots), 0)::int from tally
        union all
        select 'late', '', coalesce(extract(epoch from now() - min(run_at)), 0)::int from graphile_worker._private_jobs
        where run_at < now() and attempts < max_attempts`),
      );
      mails.reset();
      jobs.reset();
      for (const { what, state, count } of rows) {
        if (what === "ballots") ballots.set(count);
        else if (what === "late") late.set(count);
        else (what === "mail" ? mails : jobs).set({ state }, count);
      }
      database.set(1);
    } catch {
      database.set(0);
    }
  }
  return {
    answered(about: { method: string; route: string; status: number; ms: number }): void {
      seconds.observe({ method: about.method, route: about.route, status: String(about.status) }, about.ms / 1000);
    },
    turnedAway(status: number): void {
      turned.inc({ status: String(status) });
    },
    refused(status: number): void {
      refusals.inc({ status: String(status) });
    },
    async text(): Promise<Response> {
      await ask();
      return new Response(await registry.metrics(), {
        headers: { "Content-Type": registry.contentType, "Cache-Control": "no-store" },
      });
    },
  };
}
