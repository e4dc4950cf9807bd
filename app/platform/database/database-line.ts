const unreachable = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "28P01", "28000", "3D000"];
const untrusted = /^(ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_)/;

/** @returns in one line why a database elsewhere cannot be used; null: it is something else */
export function databaseLine(error: unknown): string | null {
  const { code = "", message = "" } = (error ?? {}) as { code?: string; message?: string };
  if (unreachable.includes(code)) return `DATABASE_URL: de database is niet bereikbaar (${code}).`;
  if (untrusted.test(code))
    return `DATABASE_URL: het certificaat van de database wordt niet vertrouwd (${code}). Is het van een eigen CA, of voor een andere naam?`;
  if (message.includes("does not support SSL"))
    return "DATABASE_URL: de database heeft geen TLS aan staan. Zet het daar aan, of laat sslmode weg.";
  return null;
}
