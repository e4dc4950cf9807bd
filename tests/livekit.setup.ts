import { getLiveKit } from "../scripts/livekit.ts";

/** Builds LiveKit where it is not there yet: its tests look for it once this is over. */
export default async function setup() {
  const found = await getLiveKit();
  if ("missing" in found) console.error(`The tests with LiveKit are skipped: ${found.missing}.`);
}
