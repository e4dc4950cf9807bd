import { filesWords } from "../messages/files.ts";
import { useWords } from "../messages/words.ts";

interface Props {
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  readonly slug: string;
  /** Where several lists stand on one page. */
  readonly id?: string;
}

/** The files that go with an entry; each is saved, none is opened here. */
export function FileList({ files, slug, id: at = "bestanden" }: Props) {
  const m = useWords(filesWords);
  if (files.length === 0) return null;
  return (
    <section aria-labelledby={at}>
      <h2 id={at}>{m.heading}</h2>
      <ul>
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <a href={`/bestanden/${slug}/${id}`} download>
              {name}
            </a>{" "}
            <span className="small quiet">{m.size({ bytes: size })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
