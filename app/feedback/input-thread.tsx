import type { ReactNode } from "react";
import { useWords } from "../language/words.ts";
import { programmeWords } from "../programme/messages/programme.ts";
import { Rail } from "../ui/chart/rail.tsx";
import { Thread, type ThreadItem } from "../ui/chart/thread.tsx";
import { Around, Typed, Written } from "../ui/form/typed.tsx";
import { Disclosure } from "../ui/layout/disclosure.tsx";
import { Tag, type Tone } from "../ui/tag.tsx";
import { feedbackWords } from "./messages/feedback.ts";
import { TrailLines } from "./trail-lines.tsx";
import type { Between, InputView, Outcome, ProposalView } from "./where.ts";

interface At {
  readonly slug: string;
  readonly version: number | null;
}

const tones: Readonly<Record<Outcome["status"], Tone>> = {
  "in-report": "good",
  waits: "calm",
  "too-late": "calm",
  named: "good",
  "not-named": "plain",
  "not-chosen": "plain",
  introduction: "plain",
  private: "plain",
  withdrawn: "plain",
  hidden: "plain",
};

/** One contribution, from what was written to where it stands. */
export function InputThread({ input, slug, version }: { input: InputView } & At) {
  const m = useWords(feedbackWords).mine;
  const { number, kind, text, shape, group, others, between, outcome, trail } = input;
  const how = useWords(feedbackWords).trail.how;
  const said = useOutcome(outcome);
  const state = stateOf(outcome);
  const from = [m.kinds[kind], group === null ? "" : m.group({ n: group })].filter(Boolean).join(", ");
  const items: ThreadItem[] = [
    {
      key: "wrote",
      state: "start",
      shape: shape ?? undefined,
      stateWord: m.states.start,
      label: m.wrote,
      title: <Typed>{text}</Typed>,
      content: <p className="small quiet">{[from, others > 0 ? m.others({ n: others }) : ""].filter(Boolean).join(". ")}.</p>,
    },
    ...useBetween(between, { slug, version }),
    ...(trail.length > 1
      ? [
          {
            key: "trail",
            state: "done" as const,
            stateWord: m.states.done,
            label: "",
            content: (
              <Disclosure summary={how}>
                <TrailLines trail={trail} />
              </Disclosure>
            ),
          },
        ]
      : []),
    {
      key: "report",
      state,
      stateWord: { done: m.states.done, "to-come": m.states.toCome, stopped: m.states.stopped }[state],
      label: outcome.status === "in-report" ? m.inReport : m.next,
      content:
        outcome.status === "in-report" && version !== null ? (
          <>
            <p>{m.quoted({ number: version })}</p>
            <p>
              <a href={`/verslag/${slug}/${version}/bijdragen?nummer=${number}`}>{m.see}</a>
            </p>
          </>
        ) : (
          <p>{said.text}</p>
        ),
    },
    ...useAnswer(input, slug),
  ];
  return (
    <Rail
      id={`bijdrage-${number}`}
      heading={m.number({ n: number })}
      beside={<Tag tone={tones[outcome.status]}>{said.title}</Tag>}
    >
      <Thread items={items} label={m.thread} />
    </Rail>
  );
}

function stateOf({ status }: Outcome): "done" | "to-come" | "stopped" {
  if (status === "in-report" || status === "named") return "done";
  return status === "waits" || status === "too-late" ? "to-come" : "stopped";
}

/** What was answered, and by which item of the programme. */
function useAnswer({ answer }: InputView, slug: string): ThreadItem[] {
  const words = useWords(programmeWords);
  const states = useWords(feedbackWords).mine.states;
  if (answer === undefined) return [];
  const m = words.mine;
  if (answer === null)
    return [{ key: "answer", state: "to-come", stateWord: states.toCome, label: m.label, content: <p>{m.none}</p> }];
  const { verdict, reason, item } = answer;
  const taken = verdict === "taken-up";
  return [
    {
      key: "answer",
      state: taken ? "done" : verdict === "later" ? "to-come" : "stopped",
      stateWord: taken ? states.done : verdict === "later" ? states.toCome : states.stopped,
      label: m.label,
      title: words.verdictTags[verdict],
      content: (
        <>
          <Typed as="p">{reason}</Typed>
          {item === null ? null : (
            <p>
              <a href={`/programma/${slug}#punt-${item}`}>{m.item({ n: item })}</a>
            </p>
          )}
        </>
      ),
    },
  ];
}

function useBetween(between: Between, { slug, version }: At): ThreadItem[] {
  const m = useWords(feedbackWords).mine;
  if (between === null) return [];
  const at = (anchor: string, words: ReactNode) =>
    version === null ? words : <a href={`/verslag/${slug}/${version}#${anchor}`}>{words}</a>;
  const done = { key: "between", state: "done" as const, stateWord: m.states.done };
  switch (between.kind) {
    case "theme":
      return [
        {
          ...done,
          label: m.theme,
          content: (
            <>
              <p>
                {between.id ? at(`thema-${between.id}`, <Written>{between.name}</Written>) : <Written>{between.name}</Written>}
              </p>
              {between.needs > 1 ? <p className="small quiet">{m.themeLine({ needs: between.needs })}</p> : null}
            </>
          ),
        },
      ];
    case "insight":
      return [
        {
          ...done,
          label: m.proposal.check,
          content: <p>{at(`inzicht-${between.number}`, m.insight({ n: between.number }))}</p>,
        },
      ];
    case "stands-alone":
      return [{ ...done, label: m.theme, content: <p>{m.standsAloneText}</p> }];
    case "no-theme":
      return [{ key: "between", state: "to-come", stateWord: m.states.toCome, label: m.theme, content: <p>{m.noThemeText}</p> }];
  }
}

function useOutcome(outcome: Outcome): { title: string; text: string } {
  const m = useWords(feedbackWords).mine;
  switch (outcome.status) {
    case "in-report":
      return { title: m.inReport, text: "" };
    case "waits":
      return { title: m.states.toCome, text: m.waits };
    case "too-late":
      return { title: m.tooLate, text: m.tooLateText };
    case "named":
      return { title: m.named, text: m.namedText };
    case "not-named":
      return { title: m.notNamed, text: m.notNamedText };
    case "not-chosen":
      return { title: m.notChosen, text: m.notChosenText };
    case "introduction":
      return { title: m.introduction, text: m.introductionText };
    case "private":
      return { title: m.private, text: m.privateText };
    case "withdrawn":
      return { title: m.withdrawn, text: m.withdrawnText };
    case "hidden":
      return { title: m.hidden, text: m.hiddenText({ reason: outcome.reason }) };
  }
}

/** An insight of one's own: waits, joined the check, or was refused with a reason. */
export function ProposalThread({ proposal, slug, version }: { proposal: ProposalView } & At) {
  const m = useWords(feedbackWords).mine;
  const { number, text, state, reason, inReport } = proposal;
  const stopped = state === "refused" || state === "removed";
  const tested = state === "open" || state === "replaced";
  const words = m.proposal[state];
  const items: ThreadItem[] = [
    { key: "wrote", state: "start", stateWord: m.states.start, label: m.wrote, title: <Typed>{text}</Typed> },
    {
      key: "check",
      state: stopped ? "stopped" : tested ? "done" : "to-come",
      stateWord: stopped ? m.states.stopped : tested ? m.states.done : m.states.toCome,
      label: m.proposal.check,
      content: <p>{reason ? <Around words={{ text: words, reason }} say={m.proposal.because} /> : words}</p>,
    },
    ...(inReport && version !== null
      ? [
          {
            key: "report",
            state: "done" as const,
            stateWord: m.states.done,
            label: m.inReport,
            content: (
              <p>
                <a href={`/verslag/${slug}/${version}#inzicht-${number}`}>{m.see}</a>
              </p>
            ),
          },
        ]
      : []),
  ];
  return (
    <Rail
      id={`eigen-inzicht-${number}`}
      heading={m.proposal.heading}
      beside={inReport ? <Tag tone="good">{m.inReport}</Tag> : null}
    >
      <Thread items={items} label={m.thread} />
    </Rail>
  );
}
