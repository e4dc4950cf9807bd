/** What carries sound and picture in the tests of a file: they are the same for both. */
export const carrier: { name: "embedded" | "livekit" } = { name: "embedded" };
