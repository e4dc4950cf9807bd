import { expect, test } from "vitest";
import { readEnvironment } from "../environment.ts";

const set = { OIDC_ISSUER: "https://inloggen.example", OIDC_CLIENT_ID: "klankbord", OIDC_CLIENT_SECRET: "geheim" };
const lineOf = (env: Record<string, string>) => {
  const read = readEnvironment(env);
  return read.ok ? null : read.line;
};

test("the sign-in of the organisation is set as a whole, or not at all", () => {
  expect(readEnvironment({})).toMatchObject({ ok: true, value: { oidc: null } });
  expect(readEnvironment(set)).toMatchObject({ ok: true, value: { oidc: { clientId: "klankbord", only: false, roles: null } } });
  expect(lineOf({ ...set, OIDC_CLIENT_ID: "" })).toMatch(/^OIDC_CLIENT_ID /);
  expect(lineOf({ ...set, OIDC_CLIENT_SECRET: "" })).toMatch(/^OIDC_CLIENT_SECRET /);
  expect(lineOf({ OIDC_ONLY: "1" })).toMatch(/^OIDC_ONLY .*OIDC_ISSUER/);
  expect(lineOf({ ...set, OIDC_ONLY: "ja" })).toMatch(/^OIDC_ONLY /);
});

test("without TLS an issuer is believed on this machine only", () => {
  expect(lineOf({ ...set, OIDC_ISSUER: "http://inloggen.example" })).toMatch(/^OIDC_ISSUER .*https/);
  expect(lineOf({ ...set, OIDC_ISSUER: "http://localhost:9000" })).toBeNull();
});

test("which claim gives which role is JSON, and a slip is told", () => {
  const roles = '{"claim":"groups","administrator":["beheer"]}';
  expect(readEnvironment({ ...set, OIDC_ROLES: roles })).toMatchObject({
    value: { oidc: { roles: { claim: "groups", administrator: ["beheer"], organiser: [] } } },
  });
  for (const wrong of ["groups", "{}", '{"claim":"groups","beheerder":["x"]}', '{"claim":"groups","organiser":"x"}'])
    expect(lineOf({ ...set, OIDC_ROLES: wrong }), wrong).toMatch(/^OIDC_ROLES .*geef JSON/);
});
