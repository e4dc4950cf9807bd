import { useWords } from "../../language/words.ts";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { documentWords } from "../document/messages/documents.ts";
import { slidesWords } from "../picture/messages/slides.ts";

/** The forms in which a version can be had: to read first, to count with behind a line. @param pdf whether this machine can set one */
export function FormLinks({ at, pdf }: { at: string; pdf: boolean }) {
  const m = useWords(documentWords).forms;
  const slides = useWords(slidesWords).link;
  const toRead = [
    ...(pdf ? [[`${at}/verslag.pdf`, m.pdf] as const] : []),
    [`${at}/verslag.odt`, m.odt],
    [`${at}/tabellen.ods`, m.ods],
    [`${at}/pakket.zip`, m.package],
    [`${at}/dia`, slides],
  ] as const;
  const toCount = [
    [`${at}/gegevens.csv?scheiding=puntkomma`, m.csvDutch],
    [`${at}/gegevens.csv`, m.csv],
    [`${at}/gegevens.json`, m.json],
    ["/verslag.schema.json", m.schema],
    [`${at}/verslag.md`, m.markdown],
    ["/api", m.api],
  ] as const;
  return (
    <>
      <Links of={toRead} />
      <Disclosure summary={m.programs}>
        <Links of={toCount} />
      </Disclosure>
    </>
  );
}

function Links({ of }: { of: readonly (readonly [string, string])[] }) {
  return (
    <ul className="plain forms">
      {of.map(([href, name]) => (
        <li key={href}>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
