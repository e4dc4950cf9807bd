import type { LiveKitSettings } from "../../../platform/livekit-settings.ts";
import type { Arrival } from "./livekit-posts.ts";
import { type Grant, type Permission, signToken } from "./livekit-token.server.ts";

type InRoom = Omit<Arrival, "room">;

const answerMs = 3_000;
const holdsSeconds = 30;

/** LiveKit said no, or nothing. */
export class LiveKitFault extends Error {
  /** its own word, such as `not_found`; `away` when it did not answer */
  readonly code: string;
  constructor(code: string) {
    super(`LiveKit: ${code}`);
    this.code = code;
  }
}

/** What the server asks of LiveKit, each with a token that opens that one call for half a minute. */
export function openLiveKitApi(settings: LiveKitSettings) {
  async function call(method: string, grant: Grant, body: object): Promise<Record<string, unknown>> {
    const token = signToken(settings, { video: grant }, Date.now(), holdsSeconds);
    const answer = await fetch(`${settings.apiUrl}/twirp/livekit.RoomService/${method}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(answerMs),
    }).catch(() => null);
    if (!answer) throw new LiveKitFault("away");
    const said = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
    if (!answer.ok) throw new LiveKitFault(typeof said.code === "string" ? said.code : String(answer.status));
    return said;
  }
  /** What is gone already need not be ended. */
  const ending = (asked: Promise<unknown>): Promise<void> =>
    asked.then(
      () => {},
      (fault: unknown) => {
        if (!(fault instanceof LiveKitFault && fault.code === "not_found")) throw fault;
      },
    );

  return {
    /** A room that is there already stays as it is. */
    createRoom: async (room: string, most: number): Promise<void> => {
      const body = { name: room, empty_timeout: 120, departure_timeout: 60, max_participants: most };
      await call("CreateRoom", { roomCreate: true }, body);
    },
    endRoom: (room: string): Promise<void> => ending(call("DeleteRoom", { roomCreate: true }, { room })),
    putOut: (room: string, identity: string): Promise<void> =>
      ending(call("RemoveParticipant", { roomAdmin: true, room }, { room, identity })),
    permit: async (room: string, identity: string, permission: Permission): Promise<void> => {
      await call("UpdateParticipant", { roomAdmin: true, room }, { room, identity, permission });
    },
    async inRoom(room: string): Promise<readonly InRoom[]> {
      const said = await call("ListParticipants", { roomAdmin: true, room }, { room }).catch((fault: LiveKitFault) => {
        if (fault.code === "not_found") return {};
        throw fault;
      });
      return "participants" in said && Array.isArray(said.participants) ? (said.participants as InRoom[]) : [];
    },
    async rooms(): Promise<readonly string[]> {
      const { rooms } = await call("ListRooms", { roomList: true }, {});
      return Array.isArray(rooms) ? rooms.map(({ name }) => String(name)) : [];
    },
  };
}
