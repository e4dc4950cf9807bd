const faults: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `${file}: deze map of dit bestand is er niet. Controleer de naam.`,
  EACCES: (file) => `${file}: Klankbord mag hier niet lezen of schrijven. Pas de rechten aan of kies een andere map.`,
  EEXIST: (file) => `${file}.deel is er al: loopt er nog een back-up? Zo niet, verwijder dat bestand.`,
  EISDIR: (file) => `${file} is een map. Geef de naam van een bestand.`,
  ENOSPC: (file) => `Er is geen ruimte meer op de schijf voor ${file}. Maak ruimte of kies een andere schijf.`,
};

/** What to mend where a file cannot be read or written; null for any other fault. */
export function fileFault(error: unknown, file: string): string | null {
  const { code = "" } = error as NodeJS.ErrnoException;
  return Object.hasOwn(faults, code) ? (faults[code]?.(file) ?? null) : null;
}
