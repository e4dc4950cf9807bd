import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { FileId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import { filesWords } from "../messages/files.ts";
import { memberOf } from "../people/viewer.server.ts";
import type { Route } from "./+types/practice-files.route.ts";
import { fileKinds, fileLimits } from "./file.ts";
import { filesOf } from "./file-tools.server.ts";
import { addFile, listFiles, removeFile } from "./files.server.ts";
import { listOwnPractices } from "./practices.server.ts";
import "../start/network.css";
import { NetworkPage } from "../start/network-page.tsx";

export const handle = { script: false };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { dialogue, at } = await memberOf(db, context.get(visitContext), context.get(placeContext), "practice");
  const own = (await listOwnPractices(db, at)).find((one) => one.id === params.entry);
  if (!own) throw data("missing", { status: 404 });
  return {
    files: await listFiles(db, own.id, true),
    name: own.words.title,
    number: own.number,
    fresh: crypto.randomUUID() as string,
    done: new URL(request.url).searchParams.get("gedaan"),
    slug: dialogue.slug,
    title: dialogue.title,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { dialogue, guest, db, environment } = askedByGuest(context);
  const at = { dialogueId: dialogue.id, personId: guest.personId };
  const own = (await listOwnPractices(db, at)).find((one) => one.id === params.entry);
  if (!own) throw data("missing", { status: 404 });
  const form = await request.formData();
  const id = z.uuid().safeParse(form.get("id"));
  if (!id.success) throw data("missing", { status: 400 });
  const home = `/netwerk/${dialogue.slug}/praktijk/${own.id}/bestanden`;
  if (form.get("doen") === "weg") {
    await removeFile(db, at, id.data as FileId);
    return redirect(`${home}?gedaan=weg`, 303);
  }
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") return data("file-empty", { status: 422 });
  try {
    await addFile(db, filesOf(environment), at, own.id, { id: id.data as FileId, name: file.name, bytes: await file.bytes() });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data(error.code, { status: error.status });
  }
  return redirect(`${home}?gedaan=erbij`, 303);
}

/** The files that go with an entry of one's own. */
export default function PracticeFiles({ loaderData: page, actionData }: Route.ComponentProps) {
  const m = useWords(filesWords);
  const home = `/netwerk/${page.slug}/praktijk/${page.number}/schrijven`;
  return (
    <NetworkPage title={m.title} of={page.name} lead={m.lead} slug={page.slug} here={null} member>
      {page.done && !actionData && m.done[page.done] ? <Notice variant="success">{m.done[page.done]}</Notice> : null}
      {actionData ? <Refusal>{m.refused[actionData] ?? m.refused.gone}</Refusal> : null}
      {page.files.length === 0 ? <p>{m.none}</p> : null}
      <ul className="plain">
        {page.files.map(({ id, name, size, approvedAt }) => (
          <li key={id}>
            <form method="post" className="row-actions">
              <input type="hidden" name="id" value={id} />
              <a href={`/bestanden/${page.slug}/${id}`} download>
                {name}
              </a>
              <span className="small quiet">{m.size({ bytes: size })}</span>
              {approvedAt ? null : <Tag>{m.waits}</Tag>}
              <Button name="doen" value="weg" variant="secondary" size="small">
                {m.remove}
                <span className="visually-hidden">: {name}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
      {page.files.length < fileLimits.perEntry ? (
        <form method="post" encType="multipart/form-data">
          <input type="hidden" name="id" value={page.fresh} />
          <div className="form-field">
            <label htmlFor="file">{m.file}</label>
            <p className="small quiet" id="file-hint">
              {m.hint({ mib: fileLimits.bytes / 1024 / 1024, kinds: Object.keys(fileKinds).join(", ") })}
            </p>
            <input
              id="file"
              name="file"
              type="file"
              aria-describedby="file-hint"
              accept={Object.keys(fileKinds)
                .map((kind) => `.${kind}`)
                .join(",")}
            />
          </div>
          <p className="actions">
            <Button>{m.add}</Button>
          </p>
        </form>
      ) : (
        <p>{m.full({ n: fileLimits.perEntry })}</p>
      )}
      <p>
        <a href={home}>{m.back}</a>
      </p>
    </NetworkPage>
  );
}
