import { Form } from "react-router";
import { access } from "../../dialogue/access/access.ts";
import type { Role } from "../../dialogue/people/role.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { columnsOf, DataTable } from "../../ui/data-table.tsx";
import { Select } from "../../ui/form/select.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Heading } from "../../ui/layout/text.tsx";
import type { Route } from "./+types/who-may.route.ts";
import { whoMayWords } from "./messages/who-may.ts";
import { rolesIn, tableOf } from "./who-may.ts";

export function loader({ request }: Route.LoaderArgs) {
  const roles = rolesIn(access);
  const asked = new URL(request.url).searchParams.get("rol");
  const role = roles.find((one) => one === asked) ?? null;
  return { roles, role, table: tableOf(access, role ?? undefined) };
}

export default function WhoMay({ loaderData }: Route.ComponentProps) {
  const m = useWords(whoMayWords);
  const { roles, role, table } = loaderData;
  const names = (some: readonly Role[]) => some.map((one) => m.roles[one]).join(", ");
  return (
    <>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.lead} />
      <p>{m.further}</p>
      <Form method="get" className="filter-form">
        <Select
          name="rol"
          label={m.role}
          emptyWord={m.everyone}
          defaultValue={role ?? ""}
          options={roles.map((one) => ({ value: one, label: m.roles[one] }))}
        />
        <Button variant="secondary">{m.show}</Button>
      </Form>
      {table.map(({ part, rows }) => (
        <Disclosure
          key={part}
          id={part}
          open={role !== null && rows.length <= 8}
          summary={
            <>
              <Heading level={2} looksLike={4}>
                {m.parts[part].title}
              </Heading>
              <span className="quiet">{m.count({ n: rows.length })}</span>
            </>
          }
        >
          <p>{m.parts[part].about}</p>
          <DataTable
            caption={`${m.parts[part].title}: ${m.count({ n: rows.length })}`}
            captionHidden
            narrow="stack"
            rowHeaders
            columns={columnsOf(m, "address", "reads", "writes")}
            rows={rows.map(({ pattern, reads, writes }) => ({
              key: pattern,
              cells: {
                address: <Address pattern={pattern} />,
                reads: names(reads) || m.nobody,
                writes: names(writes) || m.nobody,
              },
            }))}
          />
        </Disclosure>
      ))}
    </>
  );
}

/** An address with a word for each part that differs; breaks after a slash. */
function Address({ pattern }: { pattern: string }) {
  const { things, streams } = useWords(whoMayWords);
  const words: Readonly<Record<string, string>> = things;
  const kinds: Readonly<Record<string, string>> = streams;
  const [kind = "", which] = pattern.split(":");
  if (!pattern.startsWith("/")) return <>{`${kinds[kind] ?? kind}: ${which}`}</>;
  const pieces = pattern.split("/").slice(1);
  return (
    <code className="address">
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one address never move
        <span key={at}>
          /<wbr />
          {piece.startsWith(":") ? <em>({words[piece.slice(1)] ?? piece.slice(1)})</em> : piece}
        </span>
      ))}
    </code>
  );
}
