import { useSearchParams } from "react-router";

/** The address of this page with another choice in it; null leaves one out. */
export function useWith(change: Readonly<Record<string, string | null>>): string {
  const [now] = useSearchParams();
  const next = new URLSearchParams(now);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return `?${next}`;
}
