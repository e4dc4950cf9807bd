/**
 * A text message as one WebSocket frame of a server (RFC 6455, 5.2): whole and not masked.
 * @param text its UTF-8, 4 GiB at most
 * @returns the bytes that go over the line as they are: one frame for all who hear the same is one write each
 */
export function wholeFrame(text: Buffer): Buffer {
  const long = text.length < 126 ? 0 : text.length < 65_536 ? 2 : 8;
  const frame = Buffer.allocUnsafe(2 + long + text.length);
  frame[0] = 0x81;
  frame[1] = long === 0 ? text.length : long === 2 ? 126 : 127;
  if (long === 2) frame.writeUInt16BE(text.length, 2);
  if (long === 8) frame.writeBigUInt64BE(BigInt(text.length), 2);
  text.copy(frame, 2 + long);
  return frame;
}
