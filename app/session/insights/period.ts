import { z } from "zod";
import { readZoned, utcToZoned } from "../../platform/time.ts";

const typed = z.string().trim().default("");

/** When people may test outside the session, as the organiser types it; empty: with the session. */
export const periodForm = z
  .object({ session: z.uuid("unknown"), "van-datum": typed, "van-tijd": typed, "tot-datum": typed, "tot-tijd": typed })
  .transform((form, context) => {
    const read = (which: "van" | "tot"): Date | null => {
      const [date, time] = [form[`${which}-datum`], form[`${which}-tijd`]];
      if (date === "" && time === "") return null;
      const at = date === "" || time === "" ? null : readZoned(date, time);
      const field = readZoned(date, "12:00") ? "tijd" : "datum";
      if (!at) context.addIssue({ code: "custom", path: [`${which}-${field}`], message: field === "tijd" ? "time" : "date" });
      return at;
    };
    const [from, until] = [read("van"), read("tot")];
    if (from && until && until <= from) context.addIssue({ code: "custom", path: ["tot-datum"], message: "order" });
    return { session: form.session, from, until };
  });

/** As the fields of the form hold it. */
export function typedPeriod(period: {
  readonly checkFrom: Date | null;
  readonly checkUntil: Date | null;
}): Record<string, string> {
  const parts = (at: Date | null) => (at ? utcToZoned(at) : { date: "", time: "" });
  const [from, until] = [parts(period.checkFrom), parts(period.checkUntil)];
  return { "van-datum": from.date, "van-tijd": from.time, "tot-datum": until.date, "tot-tijd": until.time };
}
