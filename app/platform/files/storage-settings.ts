export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
}

/** Reads STORAGE_URL: `https://KEY:SECRET@host/bucket?region=eu-west-1`. @returns null when a part is missing */
export function readStorage(url: string): S3Settings | null {
  if (!URL.canParse(url)) return null;
  const at = new URL(url);
  const bucket = decodeURIComponent(at.pathname).replace(/^\/|\/$/g, "");
  const [key, secret] = [decodeURIComponent(at.username), decodeURIComponent(at.password)];
  if (!key || !secret || !/^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket)) return null;
  return { endpoint: at.origin, bucket, key, secret, region: at.searchParams.get("region") ?? "us-east-1" };
}
