import { createHash, createHmac } from "node:crypto";
import type { S3Settings } from "./storage-settings.ts";

/** Where bytes are kept outside the database, by a key of letters, digits, dashes and slashes. */
export interface ObjectStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** null when there is nothing under this key */
  get(key: string): Promise<Uint8Array | null>;
  /** Twice does no harm. */
  remove(key: string): Promise<void>;
}

const hex = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
const keyed = (key: Buffer | string, text: string) => createHmac("sha256", key).update(text).digest();

/**
 * The headers that sign a request, by AWS Signature Version 4 with a signed payload.
 * @param now the moment of signing
 */
export function signed(
  settings: S3Settings,
  wish: { readonly method: "GET" | "PUT" | "DELETE"; readonly path: string; readonly body: Uint8Array },
  now: Date,
): Record<string, string> {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const day = stamp.slice(0, 8);
  const payload = hex(wish.body);
  const host = new URL(settings.endpoint).host;
  const canonical = [
    ...[wish.method, wish.path, "", `host:${host}`, `x-amz-content-sha256:${payload}`, `x-amz-date:${stamp}`, ""],
    ...["host;x-amz-content-sha256;x-amz-date", payload],
  ].join("\n");
  const scope = `${day}/${settings.region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", stamp, scope, hex(canonical)].join("\n");
  const key = ["s3", "aws4_request"].reduce(keyed, keyed(keyed(`AWS4${settings.secret}`, day), settings.region));
  const signature = keyed(key, toSign).toString("hex");
  return {
    "x-amz-content-sha256": payload,
    "x-amz-date": stamp,
    authorization: `AWS4-HMAC-SHA256 Credential=${settings.key}/${scope}, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=${signature}`,
  };
}

/** A bucket of a store that speaks the language of S3; its address comes from the setting STORAGE_URL. */
export function s3(settings: S3Settings, withinMs = 20_000): ObjectStore {
  const ask = async (method: "GET" | "PUT" | "DELETE", key: string, body: Uint8Array = new Uint8Array()): Promise<Response> => {
    const path = `/${settings.bucket}/${key}`;
    return fetch(settings.endpoint + path, {
      method,
      headers: signed(settings, { method, path, body }, new Date()),
      ...(method === "PUT" && { body: new Uint8Array(body) }),
      redirect: "error",
      signal: AbortSignal.timeout(withinMs),
    });
  };
  const fail = (what: string, answer: Response) => new Error(`the file store answered ${answer.status} to ${what}`);
  return {
    async put(key, bytes) {
      const answer = await ask("PUT", key, bytes);
      await answer.arrayBuffer();
      if (!answer.ok) throw fail("put", answer);
    },
    async get(key) {
      const answer = await ask("GET", key);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (answer.status === 404) return null;
      if (!answer.ok) throw fail("get", answer);
      return bytes;
    },
    async remove(key) {
      const answer = await ask("DELETE", key);
      await answer.arrayBuffer();
      if (!answer.ok && answer.status !== 404) throw fail("remove", answer);
    },
  };
}
