import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { columnsOf, DataTable } from "../../ui/data-table.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import type { Route } from "./+types/docs.route.ts";
import { apiWords } from "./messages/api.ts";
import { apiVersion, base, membersOf, parametersOf, resources } from "./resources.ts";
import { shapes } from "./shapes.ts";

export const handle = { script: false };

export const loader = ({ context }: Route.LoaderArgs) => ({ origin: context.get(servicesContext).environment.origin });

/** What the API offers, for people: from the table of which its routes are made. */
export default function ApiDocs({ loaderData: { origin } }: Route.ComponentProps) {
  const words = useWords(apiWords);
  const m = words.page;
  const members: Readonly<Record<string, string>> = words.members;
  const { Probleem: _, ...told } = shapes;
  const names = [...new Set(Object.keys(told).flatMap((name) => membersOf(name as keyof typeof told)))].sort();
  return (
    <PublicFrame>
      <title>{m.title}</title>
      <h1>{m.title}</h1>
      <p className="lead">{m.lead}</p>
      <Rail id="beginnen" heading={m.startTitle}>
        <p>
          {m.start} <a href={`${base}/dialogen`}>{`${origin}${base}/dialogen`}</a>
        </p>
        <p>
          <a href={`${base}/openapi.json`}>{m.document}</a> ({apiVersion})
        </p>
      </Rail>
      <Rail id="regels" heading={m.rulesTitle}>
        <ul>
          {m.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Rail>
      <Rail id="privacy" heading={m.privacyTitle}>
        <p>{m.privacy}</p>
      </Rail>
      <Rail id="adressen" heading={m.addressesTitle}>
        <DataTable
          caption={m.addressesCaption}
          captionHidden
          narrow="stack"
          rowHeaders
          columns={columnsOf(m, "address", "about", "choose")}
          rows={resources.map((one) => ({
            key: one.path,
            cells: {
              address: <Path path={one.path} />,
              about: one.many ? words.collections[one.name].many : words.collections[one.name].one,
              choose: Object.keys(parametersOf(one)).join(", "),
            },
          }))}
        />
      </Rail>
      <Rail id="velden" heading={m.fieldsTitle}>
        <DataTable
          caption={m.fieldsCaption}
          captionHidden
          narrow="stack"
          rowHeaders
          columns={columnsOf(m, "field", "meaning")}
          rows={names.map((name) => ({ key: name, cells: { field: <code>{name}</code>, meaning: members[name] } }))}
        />
      </Rail>
      <Rail id="wijzigingen" heading={m.changesTitle}>
        <ul>
          {m.changes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Rail>
    </PublicFrame>
  );
}

/** Breaks after a slash. */
function Path({ path }: { path: string }) {
  const pieces = path.split("/").slice(1);
  return (
    <code className="address">
      {pieces.map((piece) => (
        <span key={piece}>
          /<wbr />
          {piece}
        </span>
      ))}
    </code>
  );
}
