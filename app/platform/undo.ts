/** Thrown within a change: nothing is kept, no line is written, and this is the answer. */
export class Undo<T> extends Error {
  readonly answer: T;
  constructor(answer: T) {
    super("undone");
    this.answer = answer;
  }
}

export async function orUndone<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // only the change itself throws it, with an answer of its own type
    if (error instanceof Undo) return error.answer as T;
    throw error;
  }
}
