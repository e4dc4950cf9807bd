import { data, type RouterContextProvider, redirect } from "react-router";
import { placeContext, servicesContext } from "../context.ts";
import { refusedContext } from "./back.server.ts";
import type { DeedName } from "./deed.ts";
import { post } from "./post.server.ts";

interface Args {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** A form without script: back to the page (303), or a page that keeps what was typed (409, 422). */
export function answerDeed(name: DeedName) {
  return async ({ request, context, params }: Args) => {
    const place = context.get(placeContext);
    const form = await request.formData();
    const { answer, status } = await post(context.get(servicesContext), name, { place, contribution: params.contribution, form });
    if (answer.status === "refused") {
      context.set(refusedContext, true);
      return data(answer, { status });
    }
    return redirect(`/bijeenkomst/${place.session?.id}${returnTo(form)}`, 303);
  };
}

/** Back to where the form stood on the page. */
export function returnTo(form: FormData): string {
  // Who named a condition sees those of others first, where there are any.
  const at = (form.get("fit") === "conditions" && form.get("terug-voorwaarden")) || form.get("terug");
  return typeof at === "string" && /^(\/toets)?[?#][\w=&#-]{1,80}$/.test(at) ? at : "";
}
