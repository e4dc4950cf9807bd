import { createContext, type ReactNode, use, useEffect, useRef, useState } from "react";
import { UNSAFE_DataRouterContext, useNavigate, useNavigation, useRevalidator, useSearchParams } from "react-router";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import type { AtWork, DeskNews } from "./here.ts";

const AtWorkContext = createContext<readonly AtWork[]>([]);
/** Who else works at this desk now. */
export const useAtWork = (): readonly AtWork[] => use(AtWorkContext);

/** Where no stream comes through it is asked for so often. */
const askMs = 3_000;
/** While much happens the desk is fetched no more often than this. */
const atMostMs = 1_000;
/** What one did oneself comes back with its own answer first. */
const togetherMs = 250;

interface Props {
  readonly stand: string;
  /** The need that lies open, and keeps lying open whatever others do. */
  readonly current: string | null;
  readonly children: ReactNode;
}

/** Keeps the desk up to date with what others do, a second behind at most. */
export function DeskLive({ stand, current, children }: Props) {
  const { slug } = useDialogue();
  const [news, setNews] = useState<DeskNews | null>(null);
  useEffect(() => listen(`/team/${slug}/themas`, setNews), [slug]);
  const refresh = useRefresh(current);
  const heard = news?.stand ?? stand;
  useEffect(() => {
    if (heard !== stand) return refresh();
  }, [heard, stand, refresh]);
  return <AtWorkContext value={news?.here ?? nobody}>{children}</AtWorkContext>;
}

const nobody: readonly AtWork[] = [];

/** Fetches the desk anew, but not while something is being sent: what comes back then is new already. */
function useRefresh(current: string | null): () => () => void {
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const { state: drawn } = useNavigation();
  const router = use(UNSAFE_DataRouterContext)?.router;
  // What was pressed just now is on its way before it is drawn: going somewhere else would lose where it leads.
  const state = () => router?.state.navigation.state ?? drawn;
  const [asked] = useSearchParams();
  const now = useRef({ revalidate, navigate, state, asked, current });
  now.current = { revalidate, navigate, state, asked, current };
  const last = useRef(0);
  const refresh = useRef(() => {
    const wait = Math.max(togetherMs, last.current + atMostMs - Date.now());
    const timer = setTimeout(function fetch() {
      const { revalidate, navigate, state, asked, current } = now.current;
      if (state() !== "idle") return void setTimeout(fetch, 100);
      last.current = Date.now();
      if (current === null || asked.get("behoefte") === current || asked.get("thema")) return void revalidate();
      const to = new URLSearchParams(asked);
      to.set("behoefte", current);
      void navigate(`?${to}`, { replace: true, preventScrollReset: true });
    }, wait);
    return () => clearTimeout(timer);
  });
  return refresh.current;
}

/** By a stream that comes back by itself; while nobody looks it is closed. */
function listen(address: string, hear: (news: DeskNews) => void): () => void {
  let stream: EventSource | null = null;
  const begin = () => {
    stream?.close();
    stream = new EventSource(`${address}/stroom`);
    stream.onmessage = ({ data }) => hear(JSON.parse(data) as DeskNews); // of our own server
  };
  const look = () => {
    if (document.visibilityState === "visible") {
      if (stream === null || stream.readyState === EventSource.CLOSED) begin();
    } else {
      stream?.close();
      stream = null;
    }
  };
  look();
  document.addEventListener("visibilitychange", look);
  const timer = setInterval(async () => {
    if (document.visibilityState !== "visible" || stream?.readyState === EventSource.OPEN) return;
    if (stream?.readyState === EventSource.CLOSED) begin();
    const answer = await fetch(`${address}/stand`).catch(() => null);
    if (answer?.ok) hear((await answer.json()) as DeskNews);
  }, askMs);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
    stream?.close();
  };
}
