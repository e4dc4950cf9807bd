import { randomBytes } from "node:crypto";
import { atMostEvery } from "./within.ts";

interface Span {
  /** What was done, as a table of contents names it: never an address or what somebody typed. */
  readonly name: string;
  readonly kind: "server" | "job";
  readonly ms: number;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** The `traceparent` that came with it. */
  readonly parent?: string | undefined;
}
export interface Traces {
  /** What ended just now. */
  ended(span: Span): void;
  close(): Promise<void>;
}

const most = 2_000;
const everyMs = 5_000;
const deadlineMs = 5_000;
const kinds = { server: 2, job: 1 } as const;

/**
 * Tells a collector what was done and how long it took, by OTLP over HTTP as JSON. Off unless an address is set. A collector that is away
 * holds up nothing: what does not fit is left out.
 * @param settings.headers as in `OTEL_EXPORTER_OTLP_HEADERS`: `name=value`, with commas between
 */
export function openTraces(
  settings: { readonly endpoint: string; readonly service: string; readonly headers: string },
  log: (line: string) => void,
): Traces {
  const waiting: object[] = [];
  const url = `${settings.endpoint.replace(/\/+$/, "")}/v1/traces`;
  const headers = { "content-type": "application/json", ...headersIn(settings.headers) };
  const sayLost = atMostEvery(60_000, () => log("traces: komen niet aan"));
  let sending: Promise<void> = Promise.resolve();

  async function send(): Promise<void> {
    const spans = waiting.splice(0);
    if (spans.length === 0) return;
    const resource = { attributes: attributesOf({ "service.name": settings.service }) };
    const body = JSON.stringify({ resourceSpans: [{ resource, scopeSpans: [{ scope: { name: "klankbord" }, spans }] }] });
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers,
        body,
        redirect: "error",
        signal: AbortSignal.timeout(deadlineMs),
      });
      await answer.body?.cancel();
      if (!answer.ok) sayLost();
    } catch {
      sayLost();
    }
  }
  const flush = () => {
    sending = sending.then(send);
    return sending;
  };
  const timer = setInterval(flush, everyMs);
  timer.unref();
  return {
    ended(span) {
      if (waiting.length < most) waiting.push(written(span, Date.now()));
    },
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

function written({ name, kind, ms, failed, attributes, parent }: Span, now: number) {
  const [, trace, before] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(parent ?? "") ?? [];
  return {
    traceId: trace ?? randomBytes(16).toString("hex"),
    spanId: randomBytes(8).toString("hex"),
    ...(before ? { parentSpanId: before } : {}),
    name,
    kind: kinds[kind],
    startTimeUnixNano: `${Math.round(now - ms)}000000`,
    endTimeUnixNano: `${Math.round(now)}000000`,
    attributes: attributesOf(attributes),
    status: failed ? { code: 2 } : {},
  };
}

const attributesOf = (values: Span["attributes"]) =>
  Object.entries(values).map(([key, value]) => ({
    key,
    value: typeof value === "number" ? { intValue: String(Math.round(value)) } : { stringValue: value },
  }));

const headersIn = (list: string) =>
  Object.fromEntries(
    list
      .split(",")
      .map((pair) => pair.split("="))
      .filter(([name]) => name?.trim())
      .map(([name, ...value]) => [name?.trim() ?? "", decodeURIComponent(value.join("=").trim())]),
  );
