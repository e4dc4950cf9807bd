import { createServer, type RequestListener, type Server } from "node:http";
import { freePort } from "./klankbord.ts";

export interface Account {
  readonly email: string;
  readonly email_verified?: boolean;
  readonly name: string;
  readonly groups?: readonly string[];
}
/** It comes without types; this is what we use of it. */
type MakeProvider = new (issuer: string, settings: object) => { callback(): RequestListener };

/** A real OpenID provider, with its own sign-in and consent pages; the accounts may change while it runs, and it can be away. */
export async function startProvider(options: {
  readonly origins: readonly string[];
  readonly accounts: Record<string, Account>;
  /** A program that shows itself by its own name, and the API that its tokens are for. */
  readonly machine?: { readonly id: string; readonly secret: string; readonly audience: string };
}) {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  // @ts-expect-error it comes without types
  const { Provider }: { Provider: MakeProvider } = await import("oidc-provider");
  const { machine } = options;
  const client = { id: "klankbord", secret: "een-geheim-van-de-registratie" };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: options.origins.map((origin) => `${origin}/team/aanmelden/organisatie/terug`),
        post_logout_redirect_uris: options.origins.map((origin) => `${origin}/`),
      },
      ...(machine ? [machine.id, "onbekend"] : []).map((id) => ({
        ...{ client_id: id, client_secret: machine?.secret, grant_types: ["client_credentials"] },
        ...{ redirect_uris: [], response_types: [] },
      })),
    ],
    clientDefaults: { token_endpoint_auth_method: "client_secret_basic" },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub, ...options.accounts[sub] }) }),
    features: {
      devInteractions: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      ...(machine
        ? {
            clientCredentials: { enabled: true },
            resourceIndicators: {
              enabled: true,
              getResourceServerInfo: (_: unknown, audience: string) => ({ scope: "", audience, accessTokenFormat: "jwt" }),
            },
          }
        : {}),
    },
    pkce: { required: () => true },
    cookies: { keys: ["voor de proef"] },
  });
  let server: Server | null = null;
  const start = () =>
    new Promise<void>((resolve) => {
      server = createServer(provider.callback()).listen(port, "127.0.0.1", () => resolve());
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      server?.closeAllConnections();
      server ? server.close(() => resolve()) : resolve();
    });
  await start();
  return { issuer, client, start, stop, [Symbol.asyncDispose]: stop };
}
export type OpenIdProvider = Awaited<ReturnType<typeof startProvider>>;
