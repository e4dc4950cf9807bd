import { z } from "zod";

/** Hosts of the own network that a webhook may go to. */
export const webhookHosts = z
  .string()
  .default("")
  .transform((list) => list.split(/[\s,]+/).filter((word) => word !== ""))
  .pipe(
    z.array(
      z.string().regex(/^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/, "geef namen van servers, zoals intern.voorbeeld.nl:8443"),
    ),
  );

/** Who tells what happened. */
export const eventSource = z
  .string()
  .regex(/^urn:[a-z0-9-]+:[^\s]+$/i, "geef een URN, zoals urn:nld:oin:00000001234567890000:systeem:klankbord");

export const otelName = z.string().max(100, "maak de naam korter dan 100 tekens").default("klankbord");

/** Where traces go; null: nowhere. */
export const readOtel = (e: {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS: string;
  readonly OTEL_SERVICE_NAME: string;
}) => {
  const endpoint = e.OTEL_EXPORTER_OTLP_ENDPOINT;
  return endpoint ? { endpoint, service: e.OTEL_SERVICE_NAME, headers: e.OTEL_EXPORTER_OTLP_HEADERS } : null;
};
