import { type RefObject, useEffect, useState } from "react";
import type { SimilarAnswer, SimilarNeed } from "./similar.ts";

/** Who pauses this long has said something. */
const pauseMs = 600;
/** Fewer signs resemble everything. */
const fewestSigns = 12;

async function ask(url: string, text: string, signal: AbortSignal): Promise<readonly SimilarNeed[]> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ text }).toString(),
    signal,
  });
  const said = answer.headers.get("content-type")?.includes("json") ? ((await answer.json()) as SimilarAnswer) : null;
  return said?.status === "found" ? said.needs : [];
}

/**
 * The needs that resemble what stands in a form's field `text`, asked for when its writer pauses. An answer that comes when the text
 * is another one by then is not looked at; refused or without a network there are none.
 * @param inside something within the form
 */
export function useSimilar(inside: RefObject<HTMLElement | null>, session: string): readonly SimilarNeed[] {
  const [near, setNear] = useState<readonly SimilarNeed[]>([]);
  useEffect(() => {
    const field = inside.current?.closest("form")?.querySelector<HTMLTextAreaElement>("textarea[name=text]");
    if (!field) return;
    let timer = 0;
    let asking = new AbortController();
    const look = () => {
      window.clearTimeout(timer);
      asking.abort();
      asking = new AbortController();
      const { signal } = asking;
      const text = field.value.trim();
      if (text.length < fewestSigns) return setNear([]);
      timer = window.setTimeout(() => {
        ask(`/bijeenkomst/${session}/gelijkende`, text, signal)
          .catch(() => [])
          .then((found) => {
            if (!signal.aborted) setNear(found);
          });
      }, pauseMs);
    };
    look();
    field.addEventListener("input", look);
    return () => {
      field.removeEventListener("input", look);
      window.clearTimeout(timer);
      asking.abort();
    };
  }, [inside, session]);
  return near;
}
