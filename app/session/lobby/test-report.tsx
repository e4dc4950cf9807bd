import { useState } from "react";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { type Doors, type Findings, type Part, verdictOf } from "../../prepare/registration/connection/checked.ts";
import { connectionWords } from "../../prepare/registration/connection/messages/connection.ts";
import { Button } from "../../ui/button.tsx";
import { doorLines } from "./firewall.tsx";

type Words = (typeof connectionWords)["nl"];
interface About {
  readonly findings: Findings;
  readonly shown: readonly Part[];
  readonly doors: Doors;
}

/** Plain lines to send along: no name, and no address of this computer. */
function reportText(m: Words, { findings, shown, doors }: About, at: { when: string; browser: string }): string {
  return [
    `Klankbord, ${m.title.toLowerCase()}`,
    m.report.at({ when: at.when }),
    m.report.browser({ browser: at.browser }),
    "",
    `${m.report.outcome}: ${m.verdicts[verdictOf(findings)]}`,
    ...shown.map((part) => `- ${m.parts[part]}: ${m.findings[findings[part]]}`),
    "",
    `${m.firewall.title}. ${m.firewall.lead}`,
    ...doorLines(m.firewall, doors).map((line) => `- ${line}`),
    "",
  ].join("\n");
}

export function TestReport(about: About) {
  const m = useWords(connectionWords);
  const locale = useLocale();
  const [isCopied, setCopied] = useState(false);
  const [when] = useState(() => new Date());
  const text = reportText(m, about, { when: dateTime(when, locale), browser: navigator.userAgent });
  return (
    <section aria-labelledby="verslag-van-test">
      <h2 id="verslag-van-test">{m.report.title}</h2>
      <p>{m.report.lead}</p>
      <pre className="report-text">{text}</pre>
      <div className="row-actions">
        <Button
          type="button"
          variant="secondary"
          onClick={() =>
            void navigator.clipboard.writeText(text).then(
              () => setCopied(true),
              () => {},
            )
          }
        >
          {m.report.copy}
        </Button>
        <a
          className="utrecht-button utrecht-button--subtle"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={m.report.file}
        >
          {m.report.download}
        </a>
        <span role="status">{isCopied ? m.report.copied : ""}</span>
      </div>
    </section>
  );
}
