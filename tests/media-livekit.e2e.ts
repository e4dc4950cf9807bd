import { test } from "vitest";
import { liveKitAtHand } from "../scripts/livekit.ts";
import { carrier } from "./media-provider.ts";

// All that holds for the relay that comes along holds for LiveKit: the same tests once more.
carrier.name = "livekit";
if (liveKitAtHand()) await import("./media.e2e.ts");
else test.skip("LiveKit is not built yet: node scripts/livekit.ts", () => {});
