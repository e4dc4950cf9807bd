import type { Same } from "../../../language/locale.ts";
import type { opened as nl } from "./package.nl.ts";

export const opened: Same<typeof nl> = {
  data: "Data",
  readme: (p) => `# ${p.title}

Data of the report, version ${p.edition} of ${p.at}.
On the web: ${p.address}

| file | what it holds |
|---|---|
| gegevens.csv | all contributions, themes and figures, a row each; commas, UTF-8 |
| gegevens-puntkomma.csv | the same for a Dutch spreadsheet: semicolons, a comma for decimals, UTF-8 with BOM |
| gegevens.json | the same as one JSON value |
| verslag.schema.json | JSON Schema (2020-12) of gegevens.json |
| tabellen.ods | the data and every table of the report as a spreadsheet |
| verslag.odt | the report, to edit |
| verslag.md | the report as Markdown |
| METHODE.md | how the report was made and what the figures do not say |
| LICENTIE.md | what you may do with these data |
| SHA256SUMS | hashes; check them with: sha256sum --check SHA256SUMS |

Hash of this version (SHA-256 over content and figures): ${p.hash}

It holds no figures about a group (field, kind of party, area) of fewer than five people or about what fewer than five people chose,
nor figures from which those could be computed. How many people stand behind a theme or a need it does hold, also when they are few.
In a CSV an apostrophe stands before text that a spreadsheet would read as a formula.
What somebody withdrew or erased after publication is not in this package. Fetched again later, it may hold less.
`,
  licence: (p) =>
    p.source
      ? `# Licence

The data come from another conversation: ${p.source}.
Licence: ${p.licence}.
`
      : `# Licence

Texts of participants and figures: Creative Commons Attribution 4.0 International (CC BY 4.0).
https://creativecommons.org/licenses/by/4.0/

You may share and adapt the data, also commercially, if you name the source and say what you changed.
`,
};
