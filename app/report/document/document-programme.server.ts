import { programmeWords } from "../../programme/messages/programme.ts";
import type { ReportPage } from "../publish/page.ts";
import { type DocumentPart, heading, paragraph, said } from "./document.ts";
import type { Words } from "./document-words.server.ts";

/** The programme as it stood when the version came out. */
export function programme({ content }: ReportPage, { m, locale }: Words): DocumentPart[] {
  const { programme: told, themes } = content;
  if (!told || told.items.length + told.answers.length === 0) return [];
  const words = programmeWords[locale];
  const p = m.programme;
  const nameOf = (id: string) => themes.find((theme) => theme.id === id)?.name;
  return [
    paragraph(p.lead),
    ...told.items.flatMap((item) => {
      const answers = [
        ...item.themes.flatMap((id) => nameOf(id) ?? []).map((name) => p.theme({ name })),
        ...item.insights.map((n) => p.insight({ n })),
      ];
      return [
        heading(3, `${p.number({ n: item.number })}. ${item.title}`),
        paragraph(`${words.states[item.state]}. ${words.kinds[item.kind]}.`, true),
        ...(item.text ? [paragraph(item.text)] : []),
        paragraph(
          [
            item.acts ? p.acts({ who: item.acts }) : "",
            p.whom({ names: [...item.fields, ...item.parties] }),
            answers.length > 0 ? `${p.answers} ${answers.join(", ")}.` : "",
          ]
            .filter(Boolean)
            .join(" "),
        ),
      ];
    }),
    ...(told.answers.length > 0
      ? [
          heading(3, p.given),
          {
            kind: "list" as const,
            ordered: false,
            items: told.answers.map(({ theme, verdict, reason }) =>
              said(`${nameOf(theme) ?? ""}: ${words.verdicts[verdict]}. ${reason}`),
            ),
          },
        ]
      : []),
  ];
}
