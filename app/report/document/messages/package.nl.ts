/** What goes with a package of open data. */
export const opened = {
  data: "Gegevens",
  readme: (p: { title: string; edition: string; at: string; address: string; hash: string }) => `# ${p.title}

Gegevens van het verslag, versie ${p.edition} van ${p.at}.
Op het web: ${p.address}

| bestand | wat erin staat |
|---|---|
| gegevens.csv | alle bijdragen, thema’s en cijfers, één regel per gegeven; komma’s, UTF-8 |
| gegevens-puntkomma.csv | hetzelfde voor een Nederlands rekenblad: puntkomma’s, komma als decimaalteken, UTF-8 met BOM |
| gegevens.json | hetzelfde als één JSON-waarde |
| verslag.schema.json | JSON Schema (2020-12) van gegevens.json |
| tabellen.ods | de gegevens en elke tabel van het verslag als rekenblad |
| verslag.odt | het verslag om te bewerken |
| verslag.md | het verslag als Markdown |
| METHODE.md | hoe het verslag is gemaakt en wat de cijfers niet zeggen |
| LICENTIE.md | wat u met deze gegevens mag |
| SHA256SUMS | controlegetallen; na te gaan met: sha256sum --check SHA256SUMS |

Controlegetal van deze versie (SHA-256 over inhoud en cijfers): ${p.hash}

Over een groep (vakgebied, soort partij, gebied) van minder dan vijf mensen en over wat minder dan vijf mensen kozen staan er geen cijfers in,
en ook geen cijfers waaruit die te berekenen zijn. Hoeveel mensen achter een thema of een behoefte staan, staat er wel in, ook als het er weinig zijn.
In een CSV staat een enkel aanhalingsteken voor tekst die een rekenblad als formule zou lezen.
Wat iemand na het verschijnen introk of wiste, staat niet in dit pakket. Haalt u het later opnieuw op, dan kan er dus minder in staan.
`,
  licence: (p: { source: string; licence: string }) =>
    p.source
      ? `# Licentie

De gegevens komen uit een ander gesprek: ${p.source}.
Licentie: ${p.licence}.
`
      : `# Licentie

Teksten van deelnemers en cijfers: Creative Commons Naamsvermelding 4.0 Internationaal (CC BY 4.0).
https://creativecommons.org/licenses/by/4.0/deed.nl

U mag de gegevens delen en bewerken, ook commercieel, als u de bron noemt en zegt wat u hebt veranderd.
`,
};
