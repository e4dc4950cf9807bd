import { openCrowd } from "./crowd-process.ts";
import { openBenchHall } from "./hall.ts";
import type { Measure } from "./measure.ts";

const size = 5_000;

/** Everybody is dropped at once, and comes back by themselves: after the network fell away, and after the server was killed. */
export default async function* storm(): AsyncGenerator<Measure> {
  await using hall = await openBenchHall(size);
  await using crowd = openCrowd();
  await crowd.do({ do: "set", setting: hall.setting });
  await crowd.do({ do: "connect", lines: size });
  const back = await crowd.do<number>({ do: "storm" });
  yield { name: "storm.network.all-back-ms", value: back, unit: "ms" };
  const all = crowd.do<number>({ do: "storm" });
  await hall.restart("SIGKILL");
  const ready = performance.now();
  await all;
  yield { name: "storm.killed.all-back-after-ready-ms", value: performance.now() - ready, unit: "ms" };
}
