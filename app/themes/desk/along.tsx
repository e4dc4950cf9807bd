import { useWords } from "../../language/words.ts";
import { Checkbox } from "../../ui/form/choices.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { themesWords } from "../messages/themes.ts";
import type { NearNeed, NeedDetail } from "./desk.ts";

/** Other words for the same need, what its table put together with it, and what says nearly the same, goes along unless it is unticked. */
export function Along({ need }: { need: NeedDetail }) {
  const m = useWords(themesWords);
  const { wordings, near, together } = need;
  return (
    <>
      {wordings.length > 0 ? (
        <fieldset className="near">
          <legend>{m.wordings.legend({ n: wordings.length })}</legend>
          <p className="small quiet">{m.wordings.hint}</p>
          <Lines needs={wordings} />
        </fieldset>
      ) : null}
      {together.length > 0 ? (
        <fieldset className="near">
          <legend>{m.atTable.legend({ n: together.length, table: need.group })}</legend>
          <p className="small quiet">{m.atTable.hint}</p>
          <Lines needs={together} />
        </fieldset>
      ) : null}
      {near.length > 0 ? (
        <fieldset className="near">
          <legend>{m.near.legend({ n: near.length })}</legend>
          {need.alike > 0 ? <p className="small quiet">{m.near.hint}</p> : null}
          <Lines needs={near} />
        </fieldset>
      ) : null}
    </>
  );
}

function Lines({ needs }: { needs: readonly NearNeed[] }) {
  const m = useWords(themesWords).near;
  return needs.map(({ id, text, theme }) =>
    theme === null ? (
      <Checkbox key={id} id={`alike-${id}`} name="alike" value={id} label={text} defaultChecked />
    ) : (
      <p key={id} className="small">
        <Written>{text}</Written>{" "}
        <span className="quiet">
          (<Around words={{ theme }} say={m.at} />)
        </span>
      </p>
    ),
  );
}
