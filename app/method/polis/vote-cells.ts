import { BadExport, type Fault, type Vote } from "./polis.ts";
import { remedies } from "./remedies.ts";

/**
 * A cell with something in it as a vote. Spaces around it, and how a spreadsheet writes a number, do not matter.
 * @returns undefined when it is not a vote, and null when it holds spaces only
 */
export function voteIn(bytes: Uint8Array, from: number, to: number): Vote | null | undefined {
  const first = bytes[from];
  if (to - from === 1 && first === one) return 1;
  if (to - from === 1 && first === zero) return 0;
  if (to - from === 2 && first === minus && bytes[from + 1] === one) return -1;
  const text = textIn(bytes, from, to);
  if (text === "") return null;
  const number = /^([+-]?)([01])(?:[.,]0+)?$/.exec(text);
  return number ? ((number[2] === "0" ? 0 : number[1] === "-" ? -1 : 1) as Vote) : undefined;
}

/** A count or a moment; NaN when the cell holds anything else. */
export function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - zero; // within the cell
    if (digit < 0 || digit > 9) return Number(textIn(bytes, from, to) || Number.NaN);
    number = number * 10 + digit;
  }
  return number;
}

const loose = new TextDecoder();
export const textIn = (bytes: Uint8Array, from: number, to: number) => loose.decode(bytes.subarray(from, to)).trim();

/** How a wrong cell is quoted in one line. */
export const shown = (bytes: Uint8Array, from: number, to: number) => `‘${[...textIn(bytes, from, to)].slice(0, 20).join("")}’`;

export function refuse(fault: Fault): never {
  throw new BadExport(fault);
}

/**
 * @returns per column its name's place among `wanted`, -1 for other columns
 * @throws BadExport when a column stands there twice
 */
export function placesOf(file: string, row: number, header: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [column, name] of header.entries()) {
    if (name === "") continue;
    if (places.has(name)) refuse({ file, row, column: name, remedy: remedies.columnTwice });
    places.set(name, column);
  }
  return places;
}

/** Room for one more, twice as much as before when it is full. */
export function roomFor<T extends Uint32Array | Int8Array | Float64Array>(array: T, length: number): T {
  if (length < array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}

const zero = 0x30;
const one = 0x31;
const minus = 0x2d;
