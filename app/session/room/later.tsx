import { lazy } from "react";
import { flagParts } from "../flags/later-flag.tsx";
import { guardParts } from "../writing/later-guard.tsx";

// Parts that a screen brings when it is theirs to show: most of the morning needs one of them, or none.
const parts = {
  check: () => import("../check/check-page.tsx"),
  testing: () => import("../lobby/testing-invite.tsx"),
  outcomes: () => import("../outcomes/outcomes.tsx"),
  table: () => import("../group/on-table.tsx"),
  brought: () => import("../group/brought-list.tsx"),
  naming: () => import("../naming/naming.tsx"),
  life: () => import("../group/group-life.tsx"),
  talk: () => import("../talk/table-talk.tsx"),
  plenary: () => import("../plenary/plenary-floor.tsx"),
  noTable: () => import("../group/no-table.tsx"),
  ahead: () => import("./ahead.tsx"),
  marks: () => import("../weigh/mark-list.tsx"),
  themes: () => import("../weigh/theme-marks.tsx"),
  lobby: () => import("../lobby/lobby-page.tsx"),
  ended: () => import("./ended-page.tsx"),
  needs: () => import("../writing/needs-page.tsx"),
  waits: () => import("./waits-page.tsx"),
  meet: () => import("../video/join/meet.tsx"),
};

export const CheckPage = lazy(() => parts.check().then(({ CheckPage }) => ({ default: CheckPage })));
export const TestingInvite = lazy(() => parts.testing().then(({ TestingInvite }) => ({ default: TestingInvite })));
export const BesideSession = lazy(() => parts.testing().then(({ BesideSession }) => ({ default: BesideSession })));
export const Outcomes = lazy(() => parts.outcomes().then(({ Outcomes }) => ({ default: Outcomes })));
export const OnTable = lazy(() => parts.table().then(({ OnTable }) => ({ default: OnTable })));
export const BroughtList = lazy(() => parts.brought().then(({ BroughtList }) => ({ default: BroughtList })));
export const Naming = lazy(() => parts.naming().then(({ Naming }) => ({ default: Naming })));
export const GroupLife = lazy(() => parts.life().then(({ GroupLife }) => ({ default: GroupLife })));
export const TableTalk = lazy(() => parts.talk().then(({ TableTalk }) => ({ default: TableTalk })));
export const PlenaryFloor = lazy(() => parts.plenary().then(({ PlenaryFloor }) => ({ default: PlenaryFloor })));
export const NoTable = lazy(() => parts.noTable().then(({ NoTable }) => ({ default: NoTable })));
export const Ahead = lazy(() => parts.ahead().then(({ Ahead }) => ({ default: Ahead })));
export const MarkList = lazy(() => parts.marks().then(({ MarkList }) => ({ default: MarkList })));
export const ThemeMarks = lazy(() => parts.themes().then(({ ThemeMarks }) => ({ default: ThemeMarks })));
export const LobbyPage = lazy(() => parts.lobby().then(({ LobbyPage }) => ({ default: LobbyPage })));
export const EndedPage = lazy(() => parts.ended().then(({ EndedPage }) => ({ default: EndedPage })));
export const NeedsPage = lazy(() => parts.needs().then(({ NeedsPage }) => ({ default: NeedsPage })));
export const Meet = lazy(() => parts.meet().then(({ Meet }) => ({ default: Meet })));
export const WaitsPage = lazy(() => parts.waits().then(({ WaitsPage }) => ({ default: WaitsPage })));

/** Fetches what is still to come, so that a step that begins while the network is away has its page. */
export function fetchAhead(): void {
  for (const fetch of [
    ...guardParts,
    ...flagParts,
    parts.table,
    parts.check,
    parts.outcomes,
    parts.marks,
    parts.themes,
    parts.ended,
  ])
    fetch().catch(() => {});
}
