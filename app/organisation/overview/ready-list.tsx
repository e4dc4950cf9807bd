import { dialogueWords } from "../../dialogue/messages/dialogue.ts";
import { useWords } from "../../language/words.ts";
import { Icon } from "../../ui/icons.tsx";
import { TextLink } from "../../ui/layout/text.tsx";

interface Ready {
  readonly owner: boolean;
  readonly contact: boolean;
  readonly help: boolean;
  readonly insights: number;
  readonly facilitator: boolean;
}

/** What is ready for the call to go out, and where to mend what is not. */
export function ReadyList({ home, ready }: { home: string; ready: Ready }) {
  const { checks, checkDone, checkToDo } = useWords(dialogueWords).overview;
  const lines = [
    { key: "owner", done: ready.owner, words: checks.owner, to: "oproep" },
    { key: "contact", done: ready.contact, words: checks.contact, to: "oproep" },
    { key: "help", done: ready.help, words: checks.help, to: "instellingen" },
    {
      key: "insights",
      done: ready.insights > 0,
      words: { yes: checks.insights.yes({ n: ready.insights }), no: checks.insights.no },
      to: "inzichten",
    },
    { key: "facilitator", done: ready.facilitator, words: checks.facilitator, to: "team" },
  ];
  return (
    <ul className="checklist">
      {lines.map(({ key, done, words, to }) => (
        <li key={key}>
          {done ? <Icon name="success" label={checkDone} /> : <span className="to-do" role="img" aria-label={checkToDo} />}
          {done ? <span>{words.yes}</span> : <TextLink to={`${home}/${to}`}>{words.no}</TextLink>}
        </li>
      ))}
    </ul>
  );
}
