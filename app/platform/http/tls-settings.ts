/** Names and addresses of this very machine. */
const here = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|)$/;
const sure = /^(require|verify-ca|verify-full)$/;

/** Which connections to other machines may go without TLS, because their network is fenced. */
export const plainWays = ["database", "mail"] as const;
export type PlainWay = (typeof plainWays)[number];

/**
 * What leaves this machine is encrypted, unless it is said that it need not be.
 * @returns one line that names the variable and the remedy; null: all is well
 */
export function plainLine(databaseUrl: string | undefined, plain: readonly PlainWay[]): string | null {
  if (!databaseUrl || plain.includes("database")) return null;
  const { hostname, searchParams } = new URL(databaseUrl);
  const host = searchParams.get("host") ?? hostname;
  if (host.startsWith("/") || here.test(host) || sure.test(searchParams.get("sslmode") ?? "")) return null;
  return "DATABASE_URL wijst naar een andere machine zonder TLS: zet er ?sslmode=verify-full achter, of zet WITHOUT_TLS=database als dat netwerk is afgeschermd.";
}

/** @returns whether mail leaves only over TLS: always, but to this machine or where it was said */
export function mailNeedsTls(smtpUrl: string, plain: readonly PlainWay[]): boolean {
  return !plain.includes("mail") && !here.test(new URL(smtpUrl).hostname);
}
