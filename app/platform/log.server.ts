import { pino } from "pino";

/** JSON lines on stderr. Only what is put in by name: no bodies, no addresses, no tokens, no names. */
export function makeLog(): (line: string, about?: Readonly<Record<string, string | number>>) => void {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
  return (line, about) => logger.info(about ?? {}, line);
}
