import { servicesContext } from "../../dialogue/access/context.server.ts";
import { installationWords } from "../../dialogue/messages/installation.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateLong } from "../../platform/time.ts";
import { areaSource, countAreas } from "../../prepare/areas/areas.server.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Route } from "./+types/areas.route.ts";
import { AreaFileForm } from "./area-file-form.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const [counts, source] = await Promise.all([countAreas(db), areaSource(db)]);
  return { counts, source, done: new URL(request.url).searchParams.has("vervangen") };
}

export default function AreasPage({ loaderData }: Route.ComponentProps) {
  const m = useWords(installationWords).areas;
  const locale = useLocale();
  const { counts, source, done } = loaderData;
  return (
    <>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.lead} />
      {done && (
        <Notice variant="success" live="polite">
          {m.done}
        </Notice>
      )}
      <Rail id="nu" heading={m.now}>
        <dl className="facts">
          {(["province", "municipality", "district", "focus"] as const).map((kind) => (
            <div key={kind}>
              <dt>{m.kinds[kind]}</dt>
              <dd>{counts[kind]}</dd>
            </div>
          ))}
        </dl>
        {source && (
          <p>
            {m.source}: <span lang="nl">{source.source}</span>. {m.since({ when: dateLong(new Date(source.at), locale) })}
          </p>
        )}
      </Rail>
      <Rail id="vervang" heading={m.replace}>
        <p>{m.format}</p>
        <p>{m.keeps}</p>
        <AreaFileForm typed={{}} errors={undefined} />
      </Rail>
    </>
  );
}
