import { useWords } from "../../language/words.ts";
import { filesWords } from "../messages/files.ts";

interface Props {
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  readonly slug: string;
  /** Within something that has a heading of its own. */
  readonly small?: boolean;
}

/** The files that go with an entry; each is saved, none is opened here. */
export function FileList({ files, slug, small = false }: Props) {
  const m = useWords(filesWords);
  if (files.length === 0) return null;
  return (
    <>
      {small ? (
        <p className="small">
          <strong>{m.heading}</strong>
        </p>
      ) : (
        <h2>{m.heading}</h2>
      )}
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
    </>
  );
}
