import { useWords } from "../../language/words.ts";
import type { Doors } from "../../prepare/registration/connection/checked.ts";
import { connectionWords } from "../../prepare/registration/connection/messages/connection.ts";
import { Disclosure } from "../../ui/layout/disclosure.tsx";

type Words = (typeof connectionWords)["nl"];

/** What must be open, one line for each. */
export function doorLines(m: Words["firewall"], { site, relay, turn }: Doors): readonly string[] {
  return [
    m.site(site),
    relay ? m.relay({ host: relay.host, ports: relay.ports ?? m.anyPort }) : m.noRelay,
    ...turn.map((url) => m.turn({ url })),
    m.proxy,
  ];
}

/** What to ask the IT department, for who wants to; it opens without script too. */
export function Firewall({ doors }: { doors: Doors }) {
  const m = useWords(connectionWords).firewall;
  return (
    <Disclosure id="it" summary={<h2>{m.title}</h2>}>
      <p>{m.lead}</p>
      <ul>
        {doorLines(m, doors).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
