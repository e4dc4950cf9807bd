import { pageWords } from "./language/page.ts";
import { useWords } from "./language/words.ts";
import { PublicFrame } from "./ui/frame.tsx";

type Problem = keyof (typeof pageWords)["nl"]["problem"];

/** Unknown, forbidden, gone wrong: says what to do next. */
export function ProblemPage({ what }: { what: string }) {
  const m = useWords(pageWords);
  const problem = what in m.problem && what !== "toHome" ? (what as Exclude<Problem, "toHome">) : "fault";
  const { title, text } = m.problem[problem];
  return (
    <PublicFrame>
      <title>{title}</title>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <p>
        <a href="/">{m.problem.toHome}</a>
      </p>
    </PublicFrame>
  );
}
