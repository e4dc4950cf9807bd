import { Form } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Around, Typed } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import type { ReportContent } from "../gather/content.ts";
import { usePartName } from "../gather/part-name.tsx";
import { reviewWords } from "./messages/review.ts";
import type { DissentView, RemarkView } from "./read-along.ts";
import { RemarkAnswer, RemarkWords } from "./remark-list.tsx";
import { blockOfPart, guardedAnswer, partIn, verdicts } from "./review.ts";

/** An answer that was typed and not kept. */
export interface Answering {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly guarded: boolean;
}
interface Props {
  readonly content: ReportContent;
  readonly mayWrite: boolean;
  readonly answering: Answering | null;
}

/** All remarks in the order of the report, each with its answer. */
export function RemarkAnswers({ remarks, content, mayWrite, answering }: Props & { remarks: readonly RemarkView[] }) {
  const m = useWords(reviewWords);
  const name = usePartName(content);
  const shown = remarks.filter(({ state }) => state === "visible" || state === "hidden");
  const groups = [...Map.groupBy(shown, ({ part }) => partIn(part, content))];
  return groups.map(([part, own]) => (
    <section key={part} className="finding">
      <h3>{name(part)}</h3>
      <InText part={part} />
      <ol className="plain remarks">
        {own.map((one) => (
          <li key={one.id}>
            <RemarkWords remark={one} copy={one.copy} />
            {one.backers > 0 ? <p className="small">{m.part.backers({ n: one.backers })}</p> : null}
            <RemarkAnswer remark={one} />
            {mayWrite ? <AnswerForm remark={one} typed={typedFor(answering, one.id)} /> : null}
          </li>
        ))}
      </ol>
    </section>
  ));
}

const typedFor = (answering: Answering | null, id: string) => (answering?.values.wat === id ? answering : null);

function InText({ part }: { part: string }) {
  const m = useWords(reviewWords).team;
  const { slug } = useDialogue();
  const block = blockOfPart(part);
  return block ? (
    <p className="small">
      <TextLink to={`/team/${slug}/verslag/blokken/${block}`}>{m.inText}</TextLink>
    </p>
  ) : null;
}

function AnswerForm({ remark, typed }: { remark: RemarkView; typed: Answering | null }) {
  const { team: m, part } = useWords(reviewWords);
  const word = (name: string) => (typed?.errors[name] ? m.answerErrors[name]?.[typed.errors[name]] : undefined);
  const about = <span className="visually-hidden">{part.about({ n: remark.number })}</span>;
  return (
    <>
      <Disclosure
        summary={
          <>
            {remark.verdict ? m.answerChange : m.answerOpen}
            {about}
          </>
        }
        open={typed !== null}
      >
        <Form method="post" noValidate preventScrollReset key={`${remark.verdict} ${remark.answer}`}>
          {typed?.guarded ? <GuardWarning typed={Object.entries(typed.values)} fields={guardedAnswer} /> : null}
          <input type="hidden" name="doen" value="antwoord" />
          <input type="hidden" name="wat" value={remark.id} />
          <RadioGroup
            name="verdict"
            id={`verdict-${remark.id}`}
            legend={m.verdict}
            defaultValue={typed?.values.verdict ?? remark.verdict ?? ""}
            choices={verdicts.map((value) => ({ value, label: m.verdicts[value] }))}
            error={word("verdict")}
          />
          <TextArea
            name="answer"
            id={`answer-${remark.id}`}
            label={m.answer}
            hint={m.answerHint}
            rows={3}
            defaultValue={typed?.values.answer ?? remark.answer}
            error={word("answer")}
          />
          <p className="actions">
            <Button>{m.answerSave}</Button>
          </p>
        </Form>
      </Disclosure>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="wat" value={remark.id} />
        <Button variant="quiet" size="small" name="doen" value={remark.state === "hidden" ? "toon" : "verberg"}>
          {remark.state === "hidden" ? m.show : m.hide}
          {about}
        </Button>
      </Form>
    </>
  );
}

/** The minority notes: to be answered, and nothing else. */
export function DissentAnswers({ dissents, content, mayWrite, answering }: Props & { dissents: readonly DissentView[] }) {
  const { team: m, dissent: words } = useWords(reviewWords);
  const name = usePartName(content);
  return dissents.map((one) => {
    const typed = typedFor(answering, one.id);
    return (
      <section key={one.id} className="dissent" aria-labelledby={`minderheid-${one.number}`}>
        <h3 id={`minderheid-${one.number}`} className="dissent-title">
          {words.number({ n: one.number })}: {name(partIn(one.part, content))}
        </h3>
        {one.state === "visible" ? (
          <>
            <Typed as="blockquote">{one.text}</Typed>
            {mayWrite ? (
              <Form method="post" noValidate preventScrollReset key={one.answer}>
                {typed?.guarded ? <GuardWarning typed={Object.entries(typed.values)} fields={guardedAnswer} /> : null}
                <input type="hidden" name="doen" value="weerwoord" />
                <input type="hidden" name="wat" value={one.id} />
                <TextArea
                  name="answer"
                  id={`weerwoord-${one.id}`}
                  label={m.dissentAnswer}
                  rows={3}
                  defaultValue={typed?.values.answer ?? one.answer}
                  error={typed?.errors.answer ? m.answerErrors.answer?.[typed.errors.answer] : undefined}
                />
                <p className="actions">
                  <Button variant="secondary">{m.answerSave}</Button>
                </p>
              </Form>
            ) : one.answer ? (
              <p className="as-typed">
                <Around words={{ text: one.answer }} say={words.answer} />
              </p>
            ) : null}
          </>
        ) : (
          <p className="quiet">{words.withdrawn}</p>
        )}
      </section>
    );
  });
}
