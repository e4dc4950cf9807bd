import { data } from "react-router";
import { drawPng } from "../../prepare/call/draw.server.ts";

/** A drawing as the file that was asked for: `.svg` as it is, `.png` drawn by the server. @throws an answer of 404 for another ending */
export async function pictureAnswer(svg: string | null, ending: string | undefined): Promise<Response> {
  if (svg === null || (ending !== "svg" && ending !== "png")) throw data("missing", { status: 404 });
  const [body, type] = ending === "png" ? [await drawPng(svg), "image/png"] : [svg, "image/svg+xml; charset=utf-8"];
  return new Response(body, { headers: { "content-type": type, "cache-control": "no-cache" } });
}
