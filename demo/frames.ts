/** A loop of sound or picture as it lies in demo/media: each frame after its length in two bytes. */
export function joinFrames(frames: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    frames.flatMap((frame) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(frame.length);
      return [length, frame];
    }),
  );
}

export function splitFrames(bytes: Buffer): readonly Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const length = bytes.readUInt16BE(at);
    frames.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return frames;
}
