import { useWords } from "../../language/words.ts";
import { programmeWords } from "../../programme/messages/programme.ts";
import { Around, Typed, Written } from "../../ui/form/typed.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { ReportItem } from "../gather/content.ts";
import type { ReportPage } from "../publish/page.ts";
import { reportWords } from "./messages/report.ts";

/** What was to come of it when this version came out: points of the programme and answers, each with the way back. */
export function ProgrammePart({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const { programme } = page.content;
  if (!programme || programme.items.length + programme.answers.length === 0) return null;
  return (
    <section aria-labelledby="programma">
      <h2 id="programma">{m.sections.programma}</h2>
      <p>{m.programme.lead}</p>
      {programme.items.map((item) => (
        <Item key={item.number} page={page} item={item} />
      ))}
      <Answers page={page} />
    </section>
  );
}

function Item({ page, item }: { page: ReportPage; item: ReportItem }) {
  const m = useWords(reportWords).programme;
  const words = useWords(programmeWords);
  const id = `programmapunt-${item.number}`;
  const whom = [...item.fields, ...item.parties];
  const themes = page.content.themes.filter((theme) => item.themes.includes(theme.id));
  return (
    <section className="finding" aria-labelledby={id}>
      <h3 id={id}>
        <span className="n">{m.number({ n: item.number })}</span> <Written>{item.title}</Written>
      </h3>
      <p>
        <Tag tone="plain">{words.states[item.state]}</Tag> <span className="small quiet">{words.kinds[item.kind]}</span>
      </p>
      {item.text ? <Typed as="p">{item.text}</Typed> : null}
      {item.acts ? (
        <p>
          <Around words={{ who: item.acts }} say={m.acts} />
        </p>
      ) : null}
      <p>
        <Around words={{ names: whom }} say={m.whom} />
      </p>
      {themes.length + item.insights.length + item.sentences.length > 0 ? (
        <p>
          {m.answers}{" "}
          {[
            ...themes.map(
              (theme) => [`thema-${theme.id}`, <Around key={theme.id} words={{ name: theme.name }} say={m.theme} />] as const,
            ),
            ...item.insights.map((number) => [`inzicht-${number}`, m.insight({ n: number })] as const),
            ...item.sentences.map((sentence, at) => [sentence, m.sentence({ n: at + 1 })] as const),
          ].map(([to, name], at) => (
            <span key={to}>
              {at > 0 ? ", " : ""}
              <a href={`#${to}`}>{name}</a>
            </span>
          ))}
          .
        </p>
      ) : null}
    </section>
  );
}

function Answers({ page }: { page: ReportPage }) {
  const m = useWords(reportWords).programme;
  const words = useWords(programmeWords);
  const { programme, themes } = page.content;
  const told = (programme?.answers ?? []).flatMap((answer) => {
    const theme = themes.find(({ id }) => id === answer.theme);
    return theme ? [{ ...answer, name: theme.name }] : [];
  });
  if (told.length === 0) return null;
  return (
    <>
      <h3 id="antwoorden">{m.given}</h3>
      <ul>
        {told.map(({ theme, name, verdict, reason }) => (
          <li key={theme}>
            <a href={`#thema-${theme}`}>
              <Written>{name}</Written>
            </a>
            : {words.verdicts[verdict]}. <Typed>{reason}</Typed>
          </li>
        ))}
      </ul>
    </>
  );
}
