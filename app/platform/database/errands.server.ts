import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import type { Reader } from "./change.server.ts";
import { type Doorbell, sayWord } from "./doorbell.server.ts";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);
/** The database passes on no longer words than 8,000 bytes. */
const longest = 6_000;
const mostPieces = 20;
const mostBytes = 256 * 1024;
/** How often it is asked whether the one who carries a scope is gone. */
const lookMs = 700;
const sweepMs = 5_000;
const tornMs = 10_000;
/** Nothing was asked about a scope for so long: whoever is asked next may carry it. */
const idleMs = 60_000;

interface Options<Ask, Answer> {
  /** of this kind of errand, without a space */
  readonly name: string;
  /** Does what is asked: in the process that carries the scope. */
  readonly run: (scope: string, ask: Ask) => Promise<Answer>;
  /** What is answered when nobody answers within `ms`. */
  readonly late: (ask: Ask) => { readonly ms: number; readonly answer: Answer };
}
interface Gathering {
  readonly pieces: string[];
  readonly of: number;
  readonly at: number;
}
interface Waiting<Ask, Answer> {
  readonly scope: string;
  readonly ask: Ask;
  readonly give: (answer: Answer | Promise<Answer>) => void;
}

export type Errands<Ask, Answer> = ReturnType<typeof openErrands<Ask, Answer>>;

/**
 * What one process does for all, such as carrying the sound and picture of a session: whichever process is asked passes it on to that one,
 * by words over the database that are kept nowhere. The first that is asked carries it, for as long as it lives and is asked.
 */
export function openErrands<Ask, Answer>(
  { db, doorbell }: { readonly db: Reader; readonly doorbell: Doorbell },
  { name, run, late }: Options<Ask, Answer>,
) {
  const me = randomUUID();
  /** when it was last asked for, by scope */
  const carried = new Map<string, number>();
  const waiting = new Map<string, Waiting<Ask, Answer>>();
  const gathered = new Map<string, Gathering>();
  let asked = 0;
  const lead = (scope: string) => `${name} ${scope}`;
  const carries = async (scope: string): Promise<boolean> => {
    const isMine = await doorbell.leads(lead(scope));
    if (isMine) carried.set(scope, Date.now());
    else carried.delete(scope);
    return isMine;
  };

  /** @param to a process, or `*`: whoever carries the scope */
  async function say(kind: "ask" | "answer", to: string, id: string, body: unknown): Promise<void> {
    const text = (await deflate(JSON.stringify(body))).toString("base64");
    const of = Math.max(1, Math.ceil(text.length / longest));
    for (let n = 0; n < of; n++)
      await sayWord(db, `${name} ${kind} ${to} ${id} ${n} ${of} ${text.slice(n * longest, (n + 1) * longest)}`);
  }

  const deaf = doorbell.onWord((word) => {
    const [its, kind, to = "", id = "", n, of, text] = word.split(" ");
    if (its !== name || text === undefined || (kind === "answer" ? to !== me : to !== "*")) return;
    // One's own question comes back too.
    if (kind === "ask" && (id.startsWith(me) || carried.size === 0)) return;
    const whole = gather(`${kind} ${id}`, Number(n), Number(of), text);
    if (whole !== null) void hear(kind, id, whole).catch(() => {});
  });

  function gather(key: string, n: number, of: number, text: string): string | null {
    if (!(of >= 1 && of <= mostPieces && n >= 0 && n < of)) return null;
    if (of === 1) return text;
    const one = gathered.get(key) ?? { pieces: [], of, at: Date.now() };
    gathered.set(key, one);
    one.pieces[n] = text;
    if (one.pieces.filter((piece) => piece !== undefined).length < one.of) return null;
    gathered.delete(key);
    return one.pieces.join("");
  }

  async function hear(kind: string | undefined, id: string, text: string): Promise<void> {
    const bytes = await inflate(Buffer.from(text, "base64"), { maxOutputLength: mostBytes });
    const body = JSON.parse(bytes.toString()) as unknown;
    if (kind === "answer") return waiting.get(id)?.give(body as Answer);
    const { scope, ask } = body as { readonly scope: string; readonly ask: Ask };
    if (!carried.has(scope) || !(await carries(scope))) return;
    await say("answer", id.slice(0, me.length), id, await run(scope, ask));
  }

  const sweep = setInterval(() => {
    const now = Date.now();
    for (const [key, { at }] of gathered) if (now - at > tornMs) gathered.delete(key);
    for (const [scope, at] of carried) if (now - at > idleMs) resign(scope);
  }, sweepMs);
  sweep.unref();
  function resign(scope: string): void {
    carried.delete(scope);
    void doorbell.resign(lead(scope)).catch(() => {});
  }

  // Whoever carried it may be gone: then it is for who asks.
  const look = setInterval(() => {
    for (const scope of new Set([...waiting.values()].map((one) => one.scope))) void takeOver(scope).catch(() => {});
  }, lookMs);
  look.unref();

  async function takeOver(scope: string): Promise<void> {
    if (!(await carries(scope))) return;
    for (const [id, one] of waiting) {
      if (one.scope !== scope) continue;
      waiting.delete(id);
      one.give(run(scope, one.ask));
    }
  }

  return {
    async ask(scope: string, ask: Ask): Promise<Answer> {
      if (await carries(scope)) return run(scope, ask);
      asked += 1;
      const id = `${me}-${asked}`;
      const { ms, answer: none } = late(ask);
      const heard = new Promise<Answer>((give) => {
        waiting.set(id, { scope, ask, give });
      });
      const timer = setTimeout(() => waiting.get(id)?.give(none), ms);
      timer.unref();
      try {
        await say("ask", "*", id, { scope, ask });
        return await heard;
      } finally {
        waiting.delete(id);
        clearTimeout(timer);
      }
    },
    stop(): void {
      deaf();
      clearInterval(sweep);
      clearInterval(look);
      for (const scope of carried.keys()) resign(scope);
    },
  };
}
