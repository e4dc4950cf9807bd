/** The address in a sender such as `Dialoog <dialoog@voorbeeld.nl>`. */
export const addressIn = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from;
