import type { Locale } from "../../../language/locale.ts";
import type { Both } from "../../../language/words.ts";
import { heardWords } from "../../../prepare/registration/messages/heard.ts";
import { reportWords } from "../../read/messages/report.ts";
import { slidesWords } from "./slides.ts";

/** What stands at a figure of a report, wherever it is drawn. */
const at = (locale: Locale) => {
  const [m, heard, s] = [reportWords[locale], heardWords[locale].report, slidesWords[locale]];
  return {
    ...{ byField: m.who.byField, withheldShort: m.withheldShort, withheldNote: s.withheld, heard, themes: s.themes },
    ...{ answers: m.answers, insight: m.practice.number, judged: s.judged },
  };
};
export const pressWords = { nl: at("nl"), en: at("en") } satisfies Both<unknown>;
