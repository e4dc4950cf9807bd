import {
  ConnectionState,
  DisconnectReason,
  type LocalTrackPublication,
  type RemoteParticipant,
  Room,
  RoomEvent,
  Track,
  type TrackPublishOptions,
  VideoPreset,
  VideoQuality,
} from "livekit-client";
import { type Connection, hearsItself, isLoud, limits, packetsIn, type Tells, upwardIn } from "../client/connection.client.ts";
import type { IceServer } from "../client/signal.ts";
import type { Always, Placed, Wants } from "../relay/relay-messages.ts";
import { looksLarge, seatOthers } from "../relay/relay-seating.ts";
import { whoIs } from "./livekit-identity.ts";
import { openDownward } from "./livekit-line.client.ts";

const sources = { sound: Track.Source.Microphone, picture: Track.Source.Camera } as const;
type Kind = keyof typeof sources;
const kinds: readonly Kind[] = ["sound", "picture"];
const framesPerSecond = 24;
const ways: Readonly<Record<Kind, TrackPublishOptions>> = {
  sound: { source: sources.sound, dtx: true, red: false, audioPreset: { maxBitrate: 32_000 } },
  picture: {
    source: sources.picture,
    videoCodec: "vp8",
    backupCodec: false,
    simulcast: true,
    videoEncoding: { maxBitrate: limits.v.maxBitrate, maxFramerate: framesPerSecond },
    videoSimulcastLayers: [new VideoPreset(320, 180, limits.w.maxBitrate, framesPerSecond)],
  },
};
const seenEvents = [
  ...[RoomEvent.ParticipantConnected, RoomEvent.ParticipantDisconnected, RoomEvent.TrackPublished, RoomEvent.TrackUnpublished],
  ...[RoomEvent.TrackSubscribed, RoomEvent.TrackUnsubscribed, RoomEvent.TrackMuted, RoomEvent.TrackUnmuted],
  ...[RoomEvent.TrackStreamStateChanged, RoomEvent.ParticipantPermissionsChanged],
] as const;

interface At {
  readonly url: string;
  readonly token: string;
}

/**
 * A connection by LiveKit, which looks to the page as one by a relay: places in which others are seen and heard. Who is there and what
 * they send, LiveKit itself tells.
 */
export async function connectLiveKit(
  at: At,
  iceServers: readonly IceServer[],
  told: Tells,
  iceTransportPolicy: RTCIceTransportPolicy,
): Promise<Connection> {
  const room = new Room({
    // Camera and microphone are the page's: it asked for them, and ends them.
    stopLocalTrackOnUnpublish: false,
    disconnectOnPageLeave: false,
    adaptiveStream: false,
    dynacast: true,
  });
  // Without servers of ours, those that LiveKit names.
  const servers = iceServers.map((one) => ({ ...one, urls: [...one.urls] }));
  const rtcConfig = { iceTransportPolicy, ...(servers.length > 0 ? { iceServers: servers } : {}) };
  const seating = openSeating(room);
  const own = openOwn(room);
  let wants: Wants & Always = { pinned: null, pictures: true, always: [] };
  const changed = () => {
    seating.arrange(wants);
    told.changed();
  };
  for (const event of seenEvents) room.on(event, changed);
  room.on(RoomEvent.Disconnected, (reason) => {
    // Another tab has it: that the server tells.
    if (reason !== DisconnectReason.DUPLICATE_IDENTITY && reason !== DisconnectReason.CLIENT_INITIATED) told.state("failed");
  });
  await room.connect(at.url, at.token, { maxRetries: 1, rtcConfig });
  seating.arrange(wants);
  told.state("connected");

  return {
    state: () => (room.state === ConnectionState.Disconnected ? "failed" : "connected"),
    stream: seating.stream,
    send: own.send,
    seen: seating.seen,
    want(next) {
      wants = next;
      changed();
    },
    async loud() {
      return { places: seating.loud(), own: await hearsItself(own.microphone()) };
    },
    received: seating.received,
    async upward() {
      if (await seating.looksAgain()) changed();
      const voice = own.microphone();
      const line = voice ?? own.camera();
      return line ? upwardIn(await line.getStats(), voice ? "audio" : "video") : { loss: null, carries: null };
    },
    roundTrip: async () => null,
    close() {
      own.end();
      room.removeAllListeners();
      void room.disconnect(false);
    },
  };
}

/** Who of the room is in which place, and what of them is wanted. */
function openSeating(room: Room) {
  const streams = new Map<MediaStreamTrack, MediaStream>();
  let seats: readonly (string | null)[] = [];
  let looks: Wants & Always = { pinned: null, pictures: true, always: [] };
  const line = openDownward();
  const waits = ({ identity }: RemoteParticipant) => line.holds() && !looks.always.includes(whoIs(identity).personId);
  const inPlace = (place: number): RemoteParticipant | undefined => room.remoteParticipants.get(seats[place] ?? "");
  const publication = (who: RemoteParticipant | undefined, kind: Kind) => who?.getTrackPublication(sources[kind]);
  const passes = (who: RemoteParticipant, kind: Kind) => publication(who, kind)?.isMuted === false;
  const receivers = (which: readonly Kind[]) =>
    seats.flatMap((_, place) =>
      which.flatMap((kind) => {
        const receiver = publication(inPlace(place), kind)?.track?.receiver;
        return receiver ? [{ place, receiver }] : [];
      }),
    );
  const placed = (): readonly Placed[] =>
    seats.flatMap((_, place) => {
      const who = inPlace(place);
      if (!who) return [];
      const picture = passes(who, "picture");
      const isPaused = publication(who, "picture")?.track?.streamState === Track.StreamState.Paused;
      const heldBack = picture && looks.pictures && (isPaused || waits(who));
      return [{ place, id: whoIs(who.identity).personId, sound: passes(who, "sound"), picture, heldBack }];
    });

  return {
    arrange(wants: Wants & Always): void {
      looks = wants;
      const others = [...room.remoteParticipants.values()].sort(
        (a, b) => (a.joinedAt?.getTime() ?? 0) - (b.joinedAt?.getTime() ?? 0),
      );
      const all = { sound: true, picture: true };
      seats = seatOthers(
        seats,
        others.map(({ identity }) => ({ id: identity, may: all })),
      );
      for (const who of others) {
        const seen = publication(who, "picture");
        const isWanted = wants.pictures && seats.includes(who.identity) && !waits(who);
        if (!seen) continue;
        if (seen.isDesired !== isWanted) seen.setSubscribed(isWanted);
        const isLarge = looksLarge(wants, whoIs(who.identity).personId, others.length);
        if (isWanted) seen.setVideoQuality(isLarge ? VideoQuality.HIGH : VideoQuality.LOW);
      }
    },
    seen: () => {
      const names = [...room.remoteParticipants.values()].map(({ identity, name }) => [whoIs(identity).personId, name ?? ""]);
      return { placed: placed(), names: Object.fromEntries(names) as Readonly<Record<string, string>> };
    },
    stream(kind: Kind, place: number): MediaStream | null {
      const track = publication(inPlace(place), kind)?.track?.mediaStreamTrack;
      if (!track) return null;
      const stream = streams.get(track) ?? new MediaStream([track]);
      streams.set(track, stream);
      return stream;
    },
    loud: (): readonly number[] => receivers(["sound"]).flatMap(({ place, receiver }) => (isLoud(receiver) ? [place] : [])),
    /** @returns whether pictures wait now that did not before, or no longer do */
    looksAgain(): Promise<boolean> {
      const sees = placed().some(({ picture, heldBack }) => picture && looks.pictures && !heldBack);
      return line.look(
        receivers(kinds).map(({ receiver }) => receiver),
        sees,
      );
    },
    async received(): Promise<number> {
      const counts = await Promise.all(receivers(kinds).map(({ receiver }) => packetsIn(receiver)));
      return counts.reduce((sum, one) => sum + one, 0);
    },
  };
}

/** What this browser sends: one thing after another, since each is agreed upon with LiveKit; but what is switched off is off at once. */
function openOwn(room: Room) {
  const me = room.localParticipant;
  const sent = (kind: Kind): LocalTrackPublication | undefined => me.getTrackPublication(sources[kind]);
  let work: Promise<unknown> = Promise.resolve();
  let wanted: Readonly<Record<Kind, MediaStreamTrack | null>> = { sound: null, picture: null };
  // LiveKit opens what it is given, and ends it when it cannot send it. So it gets tracks of its own, which the page holds shut or ends.
  const given: Record<Kind, { readonly of: MediaStreamTrack; readonly track: MediaStreamTrack } | null> = {
    sound: null,
    picture: null,
  };
  function hush(): void {
    for (const kind of kinds) {
      const own = given[kind];
      if (own && own.of !== wanted[kind]) own.track.stop();
      else if (own) own.track.enabled = own.of.enabled;
    }
  }

  async function take(kind: Kind): Promise<void> {
    const own = given[kind];
    if (!own || (own.of === wanted[kind] && sent(kind))) return;
    given[kind] = null;
    own.track.stop();
    if (sent(kind)) await me.unpublishTrack(own.track, true);
  }
  async function give(kind: Kind): Promise<void> {
    const of = wanted[kind];
    if (given[kind] || !of?.enabled || of.readyState !== "live") return;
    const own = { of, track: of.clone() };
    given[kind] = own;
    try {
      await me.publishTrack(own.track, ways[kind]);
    } catch (fault) {
      own.track.stop();
      if (given[kind] === own) given[kind] = null;
      throw fault;
    } finally {
      hush();
    }
  }
  /** Others see at once that it is off, and nothing need be agreed upon when it is on again. */
  async function mute(): Promise<void> {
    const isOpen = given.sound?.of.enabled ?? false;
    const line = sent("sound");
    if (line && isOpen === line.isMuted) await (isOpen ? line.unmute() : line.mute());
    hush();
  }
  async function put(): Promise<void> {
    if (room.state !== ConnectionState.Connected) return;
    for (const kind of kinds) {
      await take(kind);
      await give(kind);
    }
    await mute();
  }

  return {
    microphone: () => sent("sound")?.track?.sender,
    camera: () => sent("picture")?.track?.sender,
    send({ microphone, camera }: { readonly microphone: MediaStreamTrack | null; readonly camera: MediaStreamTrack | null }) {
      wanted = { sound: microphone, picture: camera };
      hush();
      const done = work.then(put);
      work = done.catch(() => {});
      return done;
    },
    end(): void {
      wanted = { sound: null, picture: null };
      hush();
    },
  };
}
