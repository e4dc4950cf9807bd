import type { Answer } from "./deed.ts";

/**
 * In the browser: a network or database that is away is no error of the page, but a reason to try again.
 * Meant as the `clientAction` of each deed.
 */
export async function clientDeed({ serverAction }: { serverAction: () => Promise<unknown> }): Promise<Answer> {
  try {
    return (await serverAction()) as Answer;
  } catch (error) {
    // A Response is an answer of ours (sign in, not yours, moved): the router deals with it.
    if (error instanceof Response && error.status < 500 && error.status !== 429) throw error;
    if (typeof error === "object" && error !== null && "status" in error && Number((error as { status: number }).status) < 500)
      throw error;
    return { status: "offline" };
  }
}
