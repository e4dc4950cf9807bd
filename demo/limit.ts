export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets so many pieces of work be under way at once; the rest stands in line. */
export function makeLimit(most: number): Limit {
  let busy = 0;
  const line: (() => void)[] = [];
  return async (work) => {
    if (busy >= most) await new Promise<void>((resolve) => line.push(resolve));
    else busy++;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else busy--;
    }
  };
}
