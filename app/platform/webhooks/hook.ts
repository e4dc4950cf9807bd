import { z } from "zod";
import { eventKinds } from "./event.ts";

/**
 * Why a delivery did not arrive: `answer` it said no, `redirect` it pointed elsewhere, `address` it lies where nothing may be
 * sent, `timeout` it was silent, `unreachable` nobody was there, or not with a certificate that holds.
 */
export type HookProblem = "answer" | "redirect" | "address" | "timeout" | "unreachable";

const seconds = (n: number) => n * 1_000;
const minutes = (n: number) => seconds(n * 60);
const hours = (n: number) => minutes(n * 60);
/** How long to wait after each attempt that failed: nine attempts in two days. */
export const waits: readonly number[] = [
  seconds(10),
  minutes(1),
  minutes(5),
  minutes(30),
  hours(2),
  hours(6),
  hours(15),
  hours(24),
];
const longest = hours(1);

/**
 * When to try again.
 * @param attempts how often it was tried, 1 or more
 * @param askedMs what the other side asked to wait; believed up to an hour
 * @param chance 0 to 1: spreads those that failed together over a fifth of the wait
 * @returns milliseconds, or null to give up
 */
export function waitAfter(attempts: number, askedMs: number | null, chance: number): number | null {
  const wait = waits[attempts - 1];
  if (wait === undefined) return null;
  return Math.max(Math.round(wait * (0.9 + 0.2 * chance)), Math.min(askedMs ?? 0, longest));
}

const name = z.string().trim().min(1, "missing").max(80, "long");

/** What the form of a webhook sends; whether the address may be sent to is decided where it is sent. */
export const hookForm = z.object({
  doen: z.literal("hook"),
  id: z.uuid("missing"),
  name,
  url: z.string().trim().min(1, "missing").max(500, "long"),
  kinds: z.array(z.enum(eventKinds)).min(1, "missing"),
});

export type AddressProblem = "scheme" | "credentials" | "unreadable";

/** The address as it is kept. @param allowed hosts of the own network, as `host` or `host:port`; these may go without TLS */
export function readAddress(
  text: string,
  allowed: readonly string[],
): { ok: true; url: string } | { ok: false; why: AddressProblem } {
  if (!URL.canParse(text)) return { ok: false, why: "unreadable" };
  const url = new URL(text);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isAllowed(url, allowed))) return { ok: false, why: "scheme" };
  if (url.username !== "" || url.password !== "") return { ok: false, why: "credentials" };
  url.hash = "";
  return { ok: true, url: url.href };
}

export const isAllowed = (url: { readonly host: string; readonly hostname: string }, allowed: readonly string[]): boolean =>
  allowed.includes(url.host) || allowed.includes(url.hostname);
