import { data, type RouterContextProvider, redirect } from "react-router";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { refusedContext } from "../writing/back.server.ts";
import type { Answer, DeedName } from "./deed.ts";
import type { Fields } from "./fields.ts";
import { post } from "./post.server.ts";

interface Args {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
  readonly params: Readonly<Record<string, string | undefined>>;
}

type Kept = Extract<Answer, { status: "kept" }>;
type Next = (kept: Kept, form: Fields, context: Args["context"]) => Promise<string | null>;

/**
 * A form without script: back to the page (303), or a page that keeps what was typed (409, 422).
 * @param next what comes in between, once it is kept
 */
export function answerDeed(name: DeedName, next?: Next) {
  return async ({ request, context, params }: Args) => {
    const place = context.get(placeContext);
    const form = await request.formData();
    const { answer, status } = await post(context.get(servicesContext), name, { place, contribution: params.contribution, form });
    if (answer.status === "refused") {
      context.set(refusedContext, true);
      return data(answer, { status });
    }
    return redirect((await next?.(answer, form, context)) ?? `/bijeenkomst/${place.session?.id}${returnTo(form)}`, 303);
  };
}

/** Back to where the form stood on the page. */
export function returnTo(form: Fields): string {
  // Who named a condition sees those of others first, where there are any.
  const at = (form.get("fit") === "conditions" && form.get("terug-voorwaarden")) || form.get("terug");
  return isReturn(at) ? at : "";
}

/** A place on a page of the session, and nowhere else. */
export const isReturn = (at: unknown): at is string =>
  typeof at === "string" && /^(\/toets|\/behoeften)?[?#][\w=&#-]{1,80}$/.test(at);
