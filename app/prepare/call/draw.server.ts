import path from "node:path";
import { Worker } from "node:worker_threads";
import { projectRoot } from "../../platform/root.server.ts";

// Node runs the source: a built server has no file of its own for a worker.
const source = path.join(projectRoot, "app/prepare/call/draw.worker.server.ts");
const drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
const most = 100;
let worker: Worker | null = null;
let last = 0;

/** Draws an SVG as PNG in a worker; the same picture is drawn once. */
export function drawPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const known = drawn.get(svg);
  if (known) return known;
  const made = draw(svg);
  made.catch(() => drawn.delete(svg));
  if (drawn.size >= most) drawn.delete(drawn.keys().next().value ?? "");
  drawn.set(svg, made);
  return made;
}

function draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  worker ??= start();
  const at = worker;
  const id = ++last;
  return new Promise((resolve, reject) => {
    const hear = (message: { id: number; png: Uint8Array<ArrayBuffer> }) => {
      if (message.id !== id) return;
      at.off("message", hear);
      at.off("error", reject);
      resolve(message.png);
    };
    at.on("message", hear);
    at.once("error", reject);
    at.postMessage({ id, svg });
  });
}

function start(): Worker {
  const made = new Worker(source);
  made.setMaxListeners(0);
  made.unref();
  made.on("error", () => {
    worker = null;
  });
  return made;
}
