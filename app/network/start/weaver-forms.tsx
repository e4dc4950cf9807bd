import { Form } from "react-router";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Around, Typed, Written } from "../../ui/form/typed.tsx";
import { Card } from "../../ui/layout/card.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { FileList } from "../library/file-list.tsx";
import type { PracticeText } from "../library/practice.ts";
import { PracticeView } from "../library/practice-view.tsx";
import { networkWords } from "../messages/network.ts";

interface ReportProps {
  readonly report: {
    readonly id: string;
    readonly text: string;
    readonly reason: string;
    readonly writer: string | null;
    readonly member: string | null;
  };
  readonly slug: string;
  readonly may: boolean;
}

/** One message that was reported, with the reason. */
export function ReportToSettle({ report, slug, may }: ReportProps) {
  const words = useWords(networkWords);
  const m = words.weaver;
  return (
    <Card>
      <p className="small quiet">
        {m.reportBy}{" "}
        {report.member ? (
          <a href={`/netwerk/${slug}/mensen/${report.member}`}>{report.writer}</a>
        ) : (
          report.writer || words.directory.someone
        )}
      </p>
      <Typed as="blockquote">{report.text}</Typed>
      <p className="as-typed">
        <Around words={{ reason: report.reason }} say={m.reportReason} />
      </p>
      <p className="small">{m.reportHow}</p>
      {may ? (
        <Form method="post">
          <input type="hidden" name="id" value={report.id} />
          <Button size="small" variant="secondary" name="doen" value="gezien">
            {m.settle}
          </Button>
        </Form>
      ) : null}
    </Card>
  );
}

interface PracticeProps {
  readonly practice: {
    readonly id: string;
    readonly version: number;
    readonly words: PracticeText;
    readonly by: string;
    readonly isNew: boolean;
    readonly open: boolean;
    readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  };
  readonly slug: string;
  readonly may: boolean;
  readonly trouble: { readonly reason: string; readonly error: "missing" | "long" } | null;
}

/** An entry that waits: read, then published or given back with a reason. */
export function PracticeToJudge({ practice, slug, may, trouble }: PracticeProps) {
  const words = useWords(networkWords);
  const m = words.weaver;
  const { id, version, by, isNew } = practice;
  return (
    <Card>
      <h3>
        <Written>{practice.words.title}</Written>
      </h3>
      <p className="small quiet">{m.entryBy({ name: by || words.directory.someone, isNew })}</p>
      {practice.open ? <p>{m.entryOpen}</p> : null}
      <PracticeView words={practice.words} />
      <FileList files={practice.files} slug={slug} small />
      {may ? (
        <>
          <Form method="post">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <Button size="small" name="doen" value="publiceer">
              {m.publish}
            </Button>
          </Form>
          <Disclosure summary={m.giveBack} open={trouble !== null}>
            <Form method="post" noValidate>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              <TextArea
                id={`reden-${id}`}
                name="reden"
                label={m.reason}
                hint={m.reasonHint}
                rows={2}
                defaultValue={trouble?.reason ?? ""}
                error={trouble ? m.reasonErrors[trouble.error] : undefined}
                required
              />
              <Button size="small" variant="secondary" name="doen" value="terug">
                {m.giveBackButton}
              </Button>
            </Form>
          </Disclosure>
        </>
      ) : null}
    </Card>
  );
}
