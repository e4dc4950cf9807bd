import { Form } from "react-router";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { readAuditQuery } from "../../dialogue/audit/audit-query.ts";
import { deedWords } from "../../dialogue/audit/deed-words.ts";
import { deedsWords } from "../../dialogue/audit/messages/deeds.ts";
import { installationWords } from "../../dialogue/messages/installation.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { INSTALLATION } from "../../platform/database/change.server.ts";
import { clock, dateShort } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { columnsOf, DataTable } from "../../ui/data-table.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Pages } from "../../ui/layout/pages.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import type { Route } from "./+types/audit.route.ts";
import { auditChoices, lastSeal, readAudit } from "./audit.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const query = readAuditQuery(searchParams);
  const [log, choices, seal] = await Promise.all([readAudit(db, query), auditChoices(db), lastSeal(db)]);
  const asked = Object.fromEntries(["waar", "wat", "vanaf", "tot"].map((name) => [name, searchParams.get(name) ?? ""]));
  return { ...log, ...choices, seal, asked, page: query.page, installation: INSTALLATION };
}

function useDeedWords() {
  const { things, verbs } = useWords(installationWords).audit;
  const deeds = useWords(deedsWords);
  return (what: string): string => deedWords({ deeds, things, verbs }, what);
}

export default function AuditPage({ loaderData }: Route.ComponentProps) {
  const m = useWords(installationWords).audit;
  const locale = useLocale();
  const deed = useDeedWords();
  const { lines, more, page, asked, dialogues, whats, installation, seal } = loaderData;
  const things: Readonly<Record<string, string>> = m.things;
  return (
    <>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.lead} />
      <Form method="get" className="filter-form">
        <Select
          name="waar"
          label={m.scope}
          emptyWord={m.everywhere}
          defaultValue={asked.waar}
          options={[
            { value: installation, label: m.installation },
            ...dialogues.map(({ id, title }) => ({ value: id as string, label: title })),
          ]}
        />
        <Select
          name="wat"
          label={m.what}
          emptyWord={m.anything}
          defaultValue={asked.wat}
          options={whats
            .map((what) => ({ value: what, label: deed(what) }))
            .toSorted((a, b) => a.label.localeCompare(b.label, locale))}
        />
        <TextField name="vanaf" type="date" label={m.from} defaultValue={asked.vanaf} />
        <TextField name="tot" type="date" label={m.until} defaultValue={asked.tot} />
        <Button variant="secondary">{m.show}</Button>
      </Form>
      {lines.length === 0 ? (
        <p>{m.none}</p>
      ) : (
        <DataTable
          caption={m.caption}
          captionHidden
          narrow="stack"
          columns={columnsOf(m, "when", "who", "what", "scope", "subject")}
          rows={lines.map((line) => ({
            key: line.key,
            cells: {
              when: `${dateShort(line.at, locale)}, ${clock(line.at, locale)}`,
              who: line.actor.kind === "person" ? (line.actor.name ?? m.erased) : m.actors[line.actor.kind],
              what: <span title={line.what}>{deed(line.what)}</span>,
              scope: line.dialogue ?? m.installation,
              subject: (
                <>
                  {things[line.subject.kind] ?? line.subject.kind}{" "}
                  <span className="small quiet">{line.subject.id.slice(0, 8)}</span>
                </>
              ),
            },
          }))}
        />
      )}
      <Pages
        page={page}
        more={more}
        to={(to) => `/beheer/logboek?${new URLSearchParams({ ...asked, pagina: String(to) })}`}
        words={{ older: m.older, newer: m.newer }}
      />
      <p>
        <TextLink href={`/beheer/logboek/regels.jsonl?${new URLSearchParams(asked)}`}>{m.export}</TextLink>
      </p>
      <section aria-labelledby="verzegeld">
        <h2 id="verzegeld">{m.sealTitle}</h2>
        <p>{m.sealHelp}</p>
        <p>{seal ? m.sealed(seal) : m.notSealed}</p>
      </section>
    </>
  );
}
