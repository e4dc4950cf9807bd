import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { dateShort } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { Tag } from "../../ui/tag.tsx";
import { retentionWords } from "../messages/retention.ts";

interface Props {
  readonly dialogues: readonly {
    readonly id: string;
    readonly title: string;
    readonly slug: string;
    readonly createdAt: Date;
    readonly archivedAt: Date | null;
    readonly heldAt: Date | null;
    readonly heldBecause: string;
  }[];
  readonly typed: Readonly<Record<string, string>>;
  readonly error: string | undefined;
  /** What was typed holds what looks like personal data. */
  readonly guarded: boolean;
}

/** Each dialogue, and whether it is kept whatever the terms say. */
export function HoldList({ dialogues, typed, error, guarded }: Props) {
  const m = useWords(retentionWords);
  const locale = useLocale();
  if (dialogues.length === 0) return <p>{m.noDialogues}</p>;
  return (
    <ul className="entries">
      {dialogues.map((one) => {
        const twin = dialogues.some(({ id, title }) => id !== one.id && title === one.title);
        const title = twin ? `${one.title} (${one.slug})` : one.title;
        const here = typed.dialogue === one.id;
        return (
          <li key={one.id}>
            <div className="entry-head">
              <h3>{one.title}</h3>
              {one.heldAt && <Tag tone="warn">{m.held}</Tag>}
            </div>
            <p className="small quiet">
              <code>{one.slug}</code>. {m.made({ when: dateShort(one.createdAt, locale) })}{" "}
              {one.archivedAt ? m.archived({ when: dateShort(one.archivedAt, locale) }) : m.notArchived}
              {one.heldAt ? ` ${m.heldSince({ when: dateShort(one.heldAt, locale), because: one.heldBecause })}` : ""}
            </p>
            {one.heldAt ? (
              <form method="post">
                <input type="hidden" name="dialogue" value={one.id} />
                <Button variant="secondary" size="small" name="doen" value="release" aria-label={m.releaseName({ title })}>
                  {m.release}
                </Button>
              </form>
            ) : (
              <Disclosure summary={m.holdName({ title })} open={here}>
                <form method="post" noValidate>
                  <input type="hidden" name="dialogue" value={one.id} />
                  <input type="hidden" name="doen" value="hold" />
                  {here && guarded ? <GuardWarning typed={[["reason", typed.reason]]} fields={["reason"]} /> : null}
                  <TextField
                    id={here ? "reason" : `reason-${one.id}`}
                    name="reason"
                    label={m.reason}
                    hint={m.reasonHint}
                    defaultValue={here ? typed.reason : ""}
                    error={here ? error : undefined}
                    required
                  />
                  <Button variant="secondary" size="small">
                    {m.hold}
                  </Button>
                </form>
              </Disclosure>
            )}
          </li>
        );
      })}
    </ul>
  );
}
