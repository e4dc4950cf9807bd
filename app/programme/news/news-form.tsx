import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { Notice } from "../../ui/notice.tsx";
import { programmeVoiceWords } from "../messages/programme-voice.ts";
import { type NewsChoice, newsChoices } from "./news.ts";

/** How often somebody hears what becomes of their input, on their own page. */
export function NewsForm({ title, choice, kept }: { title: string; choice: NewsChoice; kept: boolean }) {
  const { stop: m, news } = useWords(programmeVoiceWords);
  return (
    <section aria-labelledby="post">
      <h2 id="post">{m.title}</h2>
      {kept ? <Notice variant="success">{m.done}</Notice> : null}
      <p>{m.now({ choice: news.choices[choice] })}</p>
      <form method="post" noValidate>
        <RadioGroup
          key={choice}
          name="post"
          legend={m.lead({ title })}
          defaultValue={choice}
          choices={newsChoices.map((value) => ({ value, label: m.choices[value] }))}
        />
        <p className="actions">
          <Button variant="secondary">{m.button}</Button>
        </p>
      </form>
    </section>
  );
}
