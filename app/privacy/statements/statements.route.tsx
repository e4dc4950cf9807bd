import { servicesContext } from "../../dialogue/access/context.server.ts";
import { locales } from "../../language/locale.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import type { Route } from "./+types/statements.route.ts";
import { statementWords } from "./messages/statements.ts";
import { findStatement } from "./statements.server.ts";
import { statementKinds, statementNames } from "./statements.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const rows = await Promise.all(
    statementKinds.flatMap((kind) =>
      locales.map(async (locale) => {
        const { kept, behind } = await findStatement(services, kind, locale);
        return { kind, locale, behind, version: kept?.version ?? 0, at: kept?.at ?? null };
      }),
    ),
  );
  return { rows };
}

export default function Statements({ loaderData }: Route.ComponentProps) {
  const words = useWords(statementWords);
  const m = words.list;
  const locale = useLocale();
  return (
    <>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.lead} />
      {statementKinds.map((kind) => (
        <Rail key={kind} id={statementNames[kind]} heading={words.kinds[kind].title}>
          <p>{words.kinds[kind].about}</p>
          <ul>
            {loaderData.rows
              .filter((row) => row.kind === kind)
              .map((row) => (
                <li key={row.locale}>
                  <TextLink to={`/beheer/verklaringen/${statementNames[kind]}?taal=${row.locale}`}>
                    {words.kinds[kind].title}, {m[row.locale]}
                  </TextLink>
                  : {row.at ? m.kept({ version: row.version, when: dateTime(new Date(row.at), locale) }) : m.follows}.
                  {row.behind ? ` ${m.behind}` : ""}
                </li>
              ))}
          </ul>
        </Rail>
      ))}
    </>
  );
}
