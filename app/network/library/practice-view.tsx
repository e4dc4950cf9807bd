import { useWords } from "../../language/words.ts";
import { networkWords } from "../messages/network.ts";
import { type PracticeText, practiceParts } from "./practice.ts";

/** The words of an entry, part by part; links open as written. */
export function PracticeView({ words }: { words: PracticeText }) {
  const m = useWords(networkWords).practices.parts;
  return (
    <dl className="card-lines practice">
      {practiceParts
        .filter((part) => words[part] !== "")
        .map((part) => (
          <div key={part}>
            <dt>{m[part]}</dt>
            <dd>
              {part === "links"
                ? words.links
                    .split(/\s+/)
                    .filter(Boolean)
                    .map((link) => (
                      <a key={link} href={link} rel="noopener noreferrer nofollow">
                        {link}
                      </a>
                    ))
                : words[part]}
            </dd>
          </div>
        ))}
    </dl>
  );
}
