import { useWords } from "../../language/words.ts";
import { networkWords } from "../messages/network.ts";

export const networkPages = {
  people: (slug: string) => `/netwerk/${slug}`,
  asks: (slug: string) => `/netwerk/${slug}/vragen`,
  practice: (slug: string) => `/netwerk/${slug}/praktijk`,
  circles: (slug: string) => `/netwerk/${slug}/groepen`,
  messages: (slug: string) => `/mijn/${slug}/berichten`,
  commitments: (slug: string) => `/mijn/${slug}/toezeggingen`,
  card: (slug: string) => `/mijn/${slug}/netwerk`,
  mine: (slug: string) => `/mijn/${slug}`,
} as const;
export type NetworkPage = keyof typeof networkPages;
const forMembers: readonly NetworkPage[] = ["people", "asks", "practice", "circles", "messages", "commitments", "card", "mine"];
const forParticipants: readonly NetworkPage[] = ["people", "commitments", "card", "mine"];

/** From one page of the network to another. */
export function NetworkNav({ slug, here, member }: { slug: string; here: NetworkPage | null; member: boolean }) {
  const m = useWords(networkWords).nav;
  return (
    <nav className="network-nav" aria-label={m.label}>
      <ul className="plain">
        {(member ? forMembers : forParticipants).map((page) => (
          <li key={page}>
            <a href={networkPages[page](slug)} aria-current={page === here ? "page" : undefined}>
              {m[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
