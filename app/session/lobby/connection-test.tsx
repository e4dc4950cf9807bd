import { useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";
import { useWords } from "../../language/words.ts";
import {
  type Doors,
  detours,
  type Findings,
  type Part,
  parts,
  verdictOf,
} from "../../prepare/registration/connection/checked.ts";
import { connectionWords } from "../../prepare/registration/connection/messages/connection.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import { playTone } from "../room/probe.client.ts";
import type { IceServer } from "../video/client/signal.ts";
import { Level } from "../video/join/meet-preview.tsx";
import { Picture } from "../video/join/meet-tile.tsx";
import { mediaWords } from "../video/messages/media.ts";
import { TestReport } from "./test-report.tsx";
import { type Test, useConnectionTest } from "./use-connection-test.tsx";

interface Props {
  readonly session: string;
  readonly media: boolean;
  readonly iceServers: readonly IceServer[];
  readonly doors: Doors;
}

/** Camera, microphone, speaker and network, one after the other; the outcome in a sentence. */
export function ConnectionTest({ session, media, iceServers, doors }: Props) {
  const m = useWords(connectionWords);
  const test = useConnectionTest({ session, media, iceServers });
  const { stage, findings } = test;
  // Until the script is there a press does nothing.
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const { submit, data: answer } = useFetcher<{ kept: boolean }>();
  const kept = stage === "done" ? JSON.stringify(findings) : "";
  useEffect(() => {
    if (kept) void submit(JSON.parse(kept) as Findings, { method: "post" });
  }, [kept, submit]);
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (stage === "done") outcome.current?.focus({ preventScroll: true });
  }, [stage]);
  const shown = parts.filter((part) => {
    if (part === "socket" || part === "stream") return true;
    // Without any such server one line says so.
    const isDetour = detours.find((way) => way === part);
    return media && (!isDetour || test.offered.includes(isDetour) || (test.offered.length === 0 && isDetour === "turn"));
  });
  const verdict = verdictOf(findings);

  return (
    <section className="with-script connection" aria-label={m.title}>
      {media ? <p className="small">{m.asks}</p> : null}
      <p className="small quiet">{m.kept}</p>
      <p className="actions">
        <Button
          type="button"
          variant={stage === "done" ? "secondary" : "primary"}
          disabled={!isReady || stage === "busy"}
          onClick={test.begin}
        >
          {stage === "before" ? m.begin : stage === "busy" ? m.busy : m.again}
        </Button>
      </p>
      {stage === "before" ? null : (
        <>
          {media ? <OwnDevices test={test} /> : null}
          <section aria-labelledby="uitkomst">
            <h2 id="uitkomst">{m.results}</h2>
            <div ref={outcome} tabIndex={-1} role="status">
              {stage === "done" ? (
                <Notice variant={verdict === "good" ? "success" : verdict === "slow" ? "info" : "warn"}>
                  {m.verdicts[verdict]}
                </Notice>
              ) : (
                <p>{m.busy}</p>
              )}
            </div>
            <ul className="plain tested">
              {shown.map((part) => (
                <li key={part}>
                  <span>{m.parts[part]}</span>
                  <Outcome part={part} test={test} />
                </li>
              ))}
            </ul>
            {stage === "done" && answer ? <p className="small quiet">{answer.kept ? m.saved : m.notSaved}</p> : null}
          </section>
          {stage === "done" ? <TestReport findings={findings} shown={shown} doors={doors} /> : null}
        </>
      )}
    </section>
  );
}

function Outcome({ part, test }: { part: Part; test: Test }) {
  const m = useWords(connectionWords);
  const finding = test.findings[part];
  if (test.busy.has(part)) return <Tag tone="plain">{m.findings.busy}</Tag>;
  if (part === "turn" && test.offered.length === 0) return <span className="small quiet">{m.noTurn}</span>;
  const why = test.why[part];
  if (why) return <span className="small quiet">{why === "full" ? m.full : m.noMedia}</span>;
  if (finding === "works")
    return (
      <Tag tone="good" icon="success">
        {part === "udp" && test.ms !== null ? m.wait({ ms: test.ms }) : m.findings.works}
      </Tag>
    );
  return finding === "fails" ? (
    <Tag tone="bad" icon="error">
      {m.findings.fails}
    </Tag>
  ) : (
    <Tag tone="plain">{m.findings.unknown}</Tag>
  );
}

/** One's own picture, voice and speaker: only the person themselves can say whether they see and hear. */
function OwnDevices({ test }: { test: Test }) {
  const m = useWords(connectionWords);
  const { trouble } = useWords(mediaWords);
  const isBoth = test.trouble.sound !== undefined && test.trouble.sound === test.trouble.picture;
  const told = isBoth ? (["both"] as const) : (["sound", "picture"] as const);
  return (
    <div className="meet-preview">
      {test.camera ? (
        <span className="tile">
          <Picture track={test.camera} label={m.own} mirrored />
        </span>
      ) : null}
      <div className="flow-small">
        {test.microphone ? <Level track={test.microphone} label={m.speaksNow} /> : null}
        {told.map((kind) => {
          const why = test.trouble[kind === "both" ? "sound" : kind];
          return why ? <Notice key={kind}>{trouble[why][kind]}</Notice> : null;
        })}
        <fieldset className="speaker">
          <legend>{m.speaker.ask}</legend>
          <div className="row-actions">
            <Button type="button" variant="secondary" size="small" icon="microphone" onClick={() => void playTone()}>
              {m.speaker.play}
            </Button>
            {(["works", "fails"] as const).map((finding) => (
              <Button
                key={finding}
                type="button"
                variant="secondary"
                size="small"
                aria-pressed={test.findings.speaker === finding}
                onClick={() => test.say("speaker", finding)}
              >
                {finding === "works" ? m.speaker.heard : m.speaker.silent}
              </Button>
            ))}
          </div>
        </fieldset>
      </div>
    </div>
  );
}
