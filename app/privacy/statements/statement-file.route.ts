import { data } from "react-router";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { locales } from "../../language/locale.ts";
import type { Route } from "./+types/statement-file.route.ts";
import { statementWords } from "./messages/statements.ts";
import { findStatement } from "./statements.server.ts";
import { kindNamed, statementNames } from "./statements.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const kind = kindNamed(params.statement);
  if (!kind) throw data("missing", { status: 404 });
  const locale = locales.find((one) => one === new URL(request.url).searchParams.get("taal")) ?? "nl";
  const { text } = await findStatement(context.get(servicesContext), kind, locale);
  return new Response(`# ${statementWords[locale].kinds[kind].title}\n\n${text}\n`, {
    headers: {
      "content-type": "text/markdown; charset=utf-8",
      "content-disposition": `attachment; filename="${statementNames[kind]}-${locale}.md"`,
    },
  });
}
