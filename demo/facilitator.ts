import type { Browser, Page, Site } from "./browser.ts";
import { formsOf } from "./browser.ts";
import { type Line, openLine } from "./line.ts";

/** Leads the session from the cockpit. */
export interface Facilitator {
  readonly line: Line<"team">;
  openLobby(): Promise<void>;
  start(): Promise<void>;
  next(): Promise<void>;
  end(): Promise<void>;
  /** What the big screen shows. */
  show(what: "question" | "wall"): Promise<void>;
  /** Answers who asked for help, and lets what was proposed be tested. */
  lookAround(): Promise<void>;
  /** The outcome of each insight, of which the hall sees the first. */
  reveal(): Promise<void>;
}

export function takeCockpit(site: Site, browser: Browser, home: string, session: string): Facilitator {
  const cockpit = `${home}/bijeenkomst/${session}`;
  const press = async (action: RegExp, where: Readonly<Record<string, string>>): Promise<Page> =>
    checked(await browser.send(await browser.get(cockpit), { action, where }));
  const state = async (doen: string) => void (await press(/\/stand$/, { doen }));

  /** Presses all buttons of one kind, each on the page as it is then. */
  async function pressEach(
    action: RegExp,
    where: Readonly<Record<string, string>>,
    typed: Record<string, string> = {},
  ): Promise<void> {
    for (let left = 40; left > 0; left--) {
      const page = await browser.get(cockpit);
      const [form] = formsOf(page, { action, where });
      if (!form) return;
      checked(await browser.sendForm(page, form, typed));
    }
  }

  return {
    line: openLine(site, browser, session, "team"),
    openLobby: () => state("open-lobby"),
    start: () => state("start"),
    next: async () => void (await press(/\/klok$/, { doen: "next" })),
    end: () => state("end"),
    show: async (toont) => void (await press(/\/scherm$/, { toont })),
    async lookAround() {
      await pressEach(/\/hulp$/, {}, { antwoord: "Ik kom zo bij u langs." });
      await pressEach(/\/voorstellen$/, { doen: "accept" });
    },
    async reveal() {
      await press(/\/uitkomsten$/, { doen: "reveal", inzicht: "all" });
      await press(/\/scherm$/, { toont: "results" });
    },
  };
}

function checked(page: Page): Page {
  const code = new URL(page.at, "http://klankbord").searchParams.get("melding");
  if (code) throw new Error(`the cockpit refused: ${code}`);
  return page;
}
