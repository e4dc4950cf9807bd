/** Numbers the names of a file in the order in which they are met; quick for the small whole numbers that most exports have. */
export class Names {
  readonly list: string[] = [];
  private byNumber = new Int32Array(1024).fill(-1);
  private readonly byText = new Map<string, number>();
  private readonly text = new TextDecoder("utf-8", { fatal: true });

  /**
   * @returns the name's place in `list`, without the spaces around it; -1 when it is nothing but spaces
   * @throws TypeError when the bytes are not UTF-8
   */
  placeOf(bytes: Uint8Array, from: number, to: number): number {
    const number = wholeNumber(bytes, from, to);
    return number < 0 ? this.placeOfText(this.text.decode(bytes.subarray(from, to)).trim()) : this.placeOfNumber(number);
  }

  private placeOfNumber(number: number): number {
    if (number >= this.byNumber.length) this.grow(number);
    const known = this.byNumber[number] as number; // grown to hold it
    if (known >= 0) return known;
    this.byNumber[number] = this.list.length;
    return this.list.push(String(number)) - 1;
  }

  private placeOfText(name: string): number {
    if (name === "") return -1;
    // a number with spaces around it is that number
    if (plainNumber.test(name)) return this.placeOfNumber(Number(name));
    const known = this.byText.get(name);
    if (known !== undefined) return known;
    this.byText.set(name, this.list.length);
    return this.list.push(name) - 1;
  }

  private grow(number: number): void {
    const larger = new Int32Array(Math.min(2 ** Math.ceil(Math.log2(number + 1)), 10 ** mostDigits)).fill(-1);
    larger.set(this.byNumber);
    this.byNumber = larger;
  }
}

const mostDigits = 7;
const plainNumber = /^(0|[1-9]\d{0,6})$/;

/** Of up to seven digits without a needless zero in front; -1 for anything else. */
function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > mostDigits || (bytes[from] === 0x30 && to - from > 1)) return -1;
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30; // within the cell
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
