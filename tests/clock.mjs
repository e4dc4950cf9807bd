// Loaded before a program (node --import): its clock runs off by the milliseconds that stand in a file.
import { readFileSync } from "node:fs";

const Real = Date;
function offset() {
  try {
    return Number(readFileSync(process.env.CLOCK_FILE ?? "", "utf8")) || 0;
  } catch {
    return 0;
  }
}
globalThis.Date = class Shifted extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [Real.now() + offset()] : given));
  }
  static now() {
    return Real.now() + offset();
  }
};
