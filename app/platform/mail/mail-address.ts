import { z } from "zod";

/** Trimmed and in lower case; errors are `missing` or `invalid`. */
export const mailAddress = z
  .string({ error: "missing" })
  .transform((value) => value.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, "missing")
      .max(254, "invalid")
      .regex(/^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\].]{2,}$/u, "invalid"),
  );
