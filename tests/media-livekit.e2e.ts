import { inject, test } from "vitest";
import { carrier } from "./media-provider.ts";

// All that holds for the relay that comes along holds for LiveKit: the same tests once more.
carrier.name = "livekit";
if (inject("livekit")) await import("./media.e2e.ts");
else test.skip("there is no LiveKit here", () => {});
