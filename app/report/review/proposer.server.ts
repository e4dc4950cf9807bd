import { z } from "zod";
import { asked, type Given, type Proposal, readProposal } from "./proposal.ts";

export interface Model {
  /** Of an OpenAI-compatible service, up to and with `/v1`. */
  readonly url: string;
  readonly key: string | undefined;
  readonly name: string;
}

const reply = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });
const timeoutMs = 30_000;
const mostBytes = 100_000;

/**
 * Asks a model for one sentence over contributions. Nothing but their numbers and words is sent, and nothing is kept.
 * @param log hears of a failure, without any text
 * @throws never: what goes wrong is an outcome
 */
export async function proposeSentence(
  { url, key, name }: Model,
  given: readonly Given[],
  log: (line: string) => void,
  wait = timeoutMs,
): Promise<Proposal> {
  try {
    const response = await fetch(`${url.replace(/\/+$/, "")}/chat/completions`, {
      method: "POST",
      redirect: "error",
      headers: { "Content-Type": "application/json", ...(key ? { Authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model: name, temperature: 0.2, max_tokens: 400, messages: asked(given) }),
      signal: AbortSignal.timeout(wait),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const read = reply.safeParse(JSON.parse(await textOf(response)));
    return read.success ? readProposal(read.data.choices[0]?.message.content ?? "", given) : { status: "nonsense" };
  } catch (fault) {
    log(`taalmodel: geen antwoord (${(fault as Error).name})`);
    return { status: fault instanceof SyntaxError ? "nonsense" : "no-answer" };
  }
}

/** @throws RangeError for more than an answer can be */
async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > mostBytes) throw new RangeError("too long");
  }
  return text;
}
