/** An expected no, shown in the reader's language (409, or 422 for input). The code names a message. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, status = 409) {
    super(code);
    this.code = code;
    this.status = status;
  }
}
