import { Anchor } from "./anchor.tsx";

export type Station = {
  label: string;
  to: string;
  state: "done" | "now" | "to-come";
  /** The page that is open; without it the station that is now. */
  current?: boolean | undefined;
  stateWord?: string | undefined;
};

type Props = { label: string; summary: string; stations: readonly Station[] };

/** The navigation of the team is the thread itself. */
export function Spine({ label, summary, stations }: Props) {
  const open = stations.find((station) => station.current) ?? stations.find((station) => station.state === "now");
  return (
    <nav className="spine" aria-label={label}>
      <div className="wrap">
        <details>
          <summary>
            {open?.label} <span className="quiet">{summary}</span>
          </summary>
          <ol>
            {stations.map((station) => (
              <li key={station.to} className={station.state}>
                <Anchor to={station.to} aria-current={station.current ? "page" : station === open ? "step" : undefined}>
                  {station.label}
                  {station.stateWord && <span className="visually-hidden"> ({station.stateWord})</span>}
                </Anchor>
              </li>
            ))}
          </ol>
        </details>
      </div>
    </nav>
  );
}
