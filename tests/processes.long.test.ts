import { expect, test } from "vitest";
import { freshDatabase } from "./database.ts";
import { compareHall, openHall, startCluster } from "./three-processes.ts";
import { until } from "./until.ts";

const rounds = 12;

test("three processes, killed and restarted at random for a while: nothing acknowledged is lost, all screens tell the same [LP12]", async () => {
  await using database = await freshDatabase();
  const cluster = await startCluster(database);
  const hall = await openHall(database, cluster, 60);
  const spreads: number[] = [];
  try {
    await hall.everybodySees(60);
    for (let round = 0; round < rounds; round++) {
      const before = hall.acknowledged;
      const which = Math.floor(Math.random() * 3);
      const gone = round % 3 === 2 ? cluster.restart(which) : cluster.kill(which);
      spreads.push(await hall.say(`Ronde ${round}`));
      await gone;
      await until(() => hall.acknowledged > before + 50);
    }
    await hall.everybodySees(60);
    spreads.push(await hall.say("Tot zo"));
    expect(hall.screens.filter(({ refused }) => refused !== null)).toEqual([]);
    await compareHall(database, hall, 60);
  } finally {
    hall.end();
    await cluster.end();
  }
  console.error(
    `${hall.acknowledged} ballots acknowledged over ${rounds} rounds; first to last screen ${spreads.map(Math.round)} ms`,
  );
});
