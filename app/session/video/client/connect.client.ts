import { type Connection, connect, type Tells } from "./connection.client.ts";
import type { IceServer, MediaAnswer } from "./signal.ts";

type Joined = MediaAnswer & { readonly status: "offer" | "room" };

/** By the relay that comes along, or by LiveKit: of that nothing is loaded before. @param way `relay`: by a TURN server, or not at all */
export async function connectTo(
  joined: Joined,
  iceServers: readonly IceServer[],
  told: Tells,
  way: RTCIceTransportPolicy = "all",
): Promise<Connection> {
  if (joined.status === "offer") return connect(joined.sdp, iceServers, told, way);
  const { connectLiveKit } = await import("../providers/livekit.client.ts");
  return connectLiveKit(joined, iceServers, told, way);
}
