/** What a form says, read by whatever it came in. */
export interface Fields extends Iterable<[name: string, value: FormDataEntryValue]> {
  get(name: string): FormDataEntryValue | null;
  getAll(name: string): FormDataEntryValue[];
  has(name: string): boolean;
}
