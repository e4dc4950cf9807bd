import { documentWords } from "../messages/documents.ts";
import { useWords } from "../messages/words.ts";

/** The forms in which a version can be had. @param pdf whether this machine can set one */
export function FormLinks({ at, pdf }: { at: string; pdf: boolean }) {
  const m = useWords(documentWords).forms;
  const forms = [
    ...(pdf ? [[`${at}/verslag.pdf`, m.pdf] as const] : []),
    [`${at}/verslag.odt`, m.odt],
    [`${at}/verslag.md`, m.markdown],
    [`${at}/tabellen.ods`, m.ods],
    [`${at}/gegevens.csv`, m.csv],
    [`${at}/gegevens.csv?scheiding=puntkomma`, m.csvDutch],
    [`${at}/gegevens.json`, m.json],
    ["/verslag.schema.json", m.schema],
    [`${at}/pakket.zip`, m.package],
  ] as const;
  return (
    <ul className="plain forms">
      {forms.map(([href, name]) => (
        <li key={href}>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
