import { cookie } from "../../../platform/http/cookie.server.ts";

const days = 180;

/** Headers that sign this browser in; none when it was already. */
export const signInHeaders = (token: string | null): { headers?: { "Set-Cookie": string } } =>
  token === null ? {} : { headers: { "Set-Cookie": cookie("mee", token, { days }) } };
