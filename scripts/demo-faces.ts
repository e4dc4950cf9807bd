// node scripts/demo-faces.ts: draws the people of the demo as they look and sound in a group, in a real browser, to demo/media/*.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { joinFrames } from "../demo/frames.ts";
import { browserArguments, getBrowser } from "./browser.ts";

const out = path.resolve(import.meta.dirname, "../demo/media");
/** Skin, hair, clothes, wall; and how high the voice is, in Hz. */
const faces = [
  ["#e8b690", "#3b2a20", "#0b5d66", "#dfe9e6", 196],
  ["#8d5a3b", "#1c1411", "#c98a1b", "#e9e2d4", 147],
  ["#f0c8a4", "#b9772f", "#5b4b8a", "#e2e6ee", 233],
  ["#c68a5e", "#20191a", "#a3423a", "#e6ecdf", 131],
  ["#f2d2b6", "#8b8f94", "#2f6b3c", "#eee6df", 175],
  ["#6e4630", "#0f0c0b", "#d9d3c3", "#d9e4ea", 220],
  ["#dba67c", "#5a3218", "#1f3f77", "#f0e9d8", 165],
  ["#a97350", "#2b1d16", "#7d8f3a", "#e4dfea", 208],
  ["#f5d8c0", "#d9b45c", "#8a3f6c", "#dcebe8", 185],
] as const;

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: await getBrowser(), args: browserArguments });
const page = await browser.newPage();
// The codecs are there in a secure place only.
await page.route("http://localhost/", (route) => route.fulfill({ contentType: "text/html", body: "<canvas></canvas>" }));
await page.goto("http://localhost/");
for (const [n, face] of faces.entries()) {
  const { pictures, sounds } = await page.evaluate(draw, { face: [...face], n });
  const write = (kind: string, frames: readonly string[]) => {
    const bytes = joinFrames(frames.map((one) => Buffer.from(one, "base64")));
    writeFileSync(path.join(out, `${kind}-${n + 1}.frames`), bytes);
    console.error(`${kind}-${n + 1}: ${frames.length} frames, ${bytes.length} bytes`);
  };
  write("picture", pictures);
  write("sound", sounds);
}
await browser.close();

/** In the browser: four seconds of a face that moves, and of a soft voice without words. */
async function draw({ face, n }: { face: (string | number)[]; n: number }) {
  const [skin, hair, clothes, wall, pitch] = face as [string, string, string, string, number];
  const [width, height, perSecond, seconds] = [320, 180, 10, 4];
  const canvas = document.querySelector("canvas") as HTMLCanvasElement;
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  const base64 = (chunk: EncodedVideoChunk | EncodedAudioChunk) => {
    const bytes = new Uint8Array(chunk.byteLength);
    chunk.copyTo(bytes);
    return btoa(String.fromCharCode(...bytes));
  };
  const failed = (fault: unknown) => {
    throw fault;
  };
  const disc = (colour: string, x: number, y: number, across: number, down: number) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.ellipse(x, y, across, down, 0, 0, 2 * Math.PI);
    pen.fill();
  };
  const paint = (at: number) => {
    // Whole waves in four seconds: the end meets the beginning.
    const wave = (times: number, shift = 0) => Math.sin(2 * Math.PI * (times * (at / seconds) + shift + n / 6));
    const [x, y] = [width / 2 + 7 * wave(1), 84 + 3 * wave(2, 0.2)];
    pen.fillStyle = wall;
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = "#ffffff";
    pen.fillRect(24 + 30 * (n % 3), 22, 56, 40);
    disc(clothes, width / 2 + 2 * wave(1), height + 24, 92, 66);
    disc(skin, x, y + 46, 16, 26);
    disc(hair, x, y - 8, 44, n % 2 ? 50 : 56);
    disc(skin, x, y + 6, 36, 44);
    disc(hair, x, y - 36, 36, n % 3 ? 14 : 18);
    const blinks = Math.abs(at - 1.3 - 0.3 * (n % 4)) < 0.1;
    for (const side of [-1, 1]) {
      disc("#ffffff", x + 14 * side, y, 7, blinks ? 1 : 5);
      if (!blinks) disc("#1b2a34", x + 14 * side + 2 * wave(1, 0.1), y, 3, 3.5);
      pen.fillStyle = hair;
      pen.fillRect(x + 14 * side - 8, y - 12 + wave(2), 16, 3);
    }
    disc("#9c3f3a", x, y + 27, 11, 2.5 + 2.5 * Math.abs(wave(5)));
  };
  const pictures: string[] = [];
  const eye = new VideoEncoder({ output: (chunk) => pictures.push(base64(chunk)), error: failed });
  eye.configure({ codec: "vp8", width, height, bitrate: 90_000, framerate: perSecond, latencyMode: "realtime" });
  for (let k = 0; k < perSecond * seconds; k++) {
    paint(k / perSecond);
    const frame = new VideoFrame(canvas, { timestamp: (k * 1e6) / perSecond });
    eye.encode(frame, { keyFrame: k === 0 });
    frame.close();
    // One at a time: an encoder that is behind leaves frames out.
    await eye.flush();
  }
  const sounds: string[] = [];
  const rate = 48_000;
  const mouth = new AudioEncoder({ output: (chunk) => sounds.push(base64(chunk)), error: failed });
  const opus = { frameDuration: 20_000 } as OpusEncoderConfig;
  mouth.configure({ codec: "opus", sampleRate: rate, numberOfChannels: 1, bitrate: 24_000, opus });
  const data = new Float32Array(rate * seconds);
  for (let k = 0, phase = 0; k < data.length; k++) {
    const at = k / rate;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 2.5 * at)) * Math.max(0, Math.sin((Math.PI * at) / seconds));
    phase += (2 * Math.PI * pitch * (1 + 0.06 * Math.sin(2 * Math.PI * 0.75 * at))) / rate;
    data[k] = 0.09 * syllable * (Math.sin(phase) + 0.4 * Math.sin(2 * phase) + 0.15 * Math.sin(3 * phase));
  }
  const voice = new AudioData({
    ...{ format: "f32-planar", sampleRate: rate, numberOfFrames: data.length, numberOfChannels: 1, timestamp: 0 },
    data,
  });
  mouth.encode(voice);
  await mouth.flush();
  return { pictures, sounds };
}
