import type { Browser, BrowserContext, Page } from "@playwright/test";
import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { expectSound } from "./language.ts";
import { loseNetwork } from "./lost-network.ts";
import { linkIn, openPost, type Post } from "./post.ts";
import type { Ground, OpenGround } from "./walk-ground.ts";

/**
 * The whole way, in order, by people in browsers of their own: from an empty installation to a published report.
 * Each test goes on from the one before.
 */
export function walk(openGround: OpenGround): void {
  let post: Post;
  let ground: Ground;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  let organiser: Page;
  let facilitator: Page;
  let team = "";
  const people: Person[] = [
    {
      name: "Noor Verhagen",
      field: "Zorg en hulpverlening",
      party: "Praktijk",
      work: ["wijkverpleegkundige", "Zorggroep De Linde"],
    },
    { name: "Ilias Amrani", field: "Opvoeding", party: "Praktijk", work: ["jongerenwerker", "Stichting Samen Sterk"] },
    { name: "Joost de Wit", field: "Veiligheid", party: "Medeoverheid", work: ["wijkagent", "Eenheid Oost"] },
    {
      name: "Marjan Bos",
      field: "Wonen",
      party: "Maatschappelijke organisatie",
      work: ["woonconsulent", "Woonstichting De Brug"],
    },
    {
      name: "Samira El Idrissi",
      field: "Werk en inkomen",
      party: "Praktijk",
      work: ["schuldhulpverlener", "Gemeente Oosterlaak"],
    },
    { name: "Henk Dijkstra", field: "Sociaal functioneren", party: "Bewoner", work: ["", ""] },
  ];

  interface Person {
    readonly name: string;
    readonly field: string;
    readonly party: string;
    readonly work: readonly [string, string];
    page?: Page;
    mail?: string;
    link?: string;
    inside?: boolean;
  }

  const mailTo = () => ({ SMTP_URL: post.url, MAIL_FROM: "Klankbord <dialoog@voorbeeld.example>" });

  /** What stands for the first insight. */
  /** On whichever insight each met first. */
  async function ballots() {
    const [found] = await ground.query<{ agree: number; disagree: number; people: number }>(`
      select count(*) filter (where choice = 'agree')::int as agree, count(*) filter (where choice = 'disagree')::int as disagree,
        count(distinct person_id)::int as people
      from ballot`);
    return found;
  }
  /** Which needs somebody wrote at the fourth step. */
  async function needsOf(mail: string): Promise<string[]> {
    const rows = await ground.query<{ text: string }>(
      `select c.text from contribution c join person p on p.id = c.person_id join step s on s.id = c.step_id
       where p.mail = $1 and c.kind = 'need' and s.position = 3 order by c.number`,
      [mail],
    );
    return rows.map(({ text }) => text);
  }

  const sound = (page: Page, where: string) => expectSound(page, "nl", where);

  async function newPage(): Promise<Page> {
    const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
    contexts.push(context);
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (
        message.type() === "error" &&
        !/status of (4\d\d|503)|ERR_(INTERNET|CONNECTION|NETWORK|SOCKET|EMPTY_RESPONSE)|WebSocket/.test(message.text())
      )
        faults.push(message.text());
    });
    return page;
  }

  beforeEach(() => {
    onTestFailed(async () => {
      // What everybody saw, for who has to find out why.
      for (const page of contexts.flatMap((context) => context.pages()))
        console.error(`--- ${page.url()}\n${(await page.locator("body").innerText()).slice(0, 600)}`);
    });
  });
  beforeAll(async () => {
    post = await openPost();
    ground = await openGround(mailTo());
    browser = await launchBrowser();
    organiser = await newPage();
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await ground?.[Symbol.asyncDispose]();
    await post?.[Symbol.asyncDispose]();
  });

  test("the first organiser takes the installation and begins a dialogue", async () => {
    await organiser.goto(ground.claimLink());
    await organiser.fill("[name=name]", "Samira Bouzid");
    await organiser.fill("[name=mail]", "samira@voorbeeld.example");
    await organiser.click("main form button");
    await organiser.waitForURL("**/team");
    await sound(organiser, "dialogues");
    await organiser.goto(`${ground.origin}/team/nieuw`);
    await organiser.fill("[name=title]", "Veerkracht in de wijk");
    await sound(organiser, "new dialogue");
    await organiser.dblclick("main form button[type=submit]");
    await organiser.waitForURL("**/team/veerkracht-in-de-wijk");
    team = organiser.url();
    await sound(organiser, "overview");
    await organiser.goto(`${ground.origin}/team`);
    await expect.poll(() => organiser.getByRole("link", { name: "Veerkracht in de wijk" }).count()).toBe(1);
  });

  test("call, insights, settings and run sheet are prepared; a facilitator is invited", async () => {
    await organiser.goto(`${team}/oproep`);
    await organiser
      .getByLabel("In twee zinnen")
      .fill("U staat elke dag naast bewoners. Wat hebt ú nodig om uw werk goed te doen?");
    await organiser.getByLabel("Wie houdt deze dialoog").fill("Programmabureau Veerkrachtige Wijken");
    await organiser.getByLabel("Contact voor vragen").fill("vragen@voorbeeld.example");
    await organiser.getByRole("button", { name: "Bewaar" }).click();
    await organiser.getByText("Bewaard.").waitFor();
    await expect.poll(() => organiser.locator(".call-preview").innerText()).toContain("Wat hebt ú nodig");
    await sound(organiser, "call editor");
    for (const text of [
      "Eén gezin, één plan en één regisseur werkt.",
      "Een wijkaanpak heeft vijftien jaar vaste financiering nodig.",
    ]) {
      await organiser.goto(`${team}/inzichten`);
      await organiser.locator("#text-add").fill(text);
      await organiser.getByRole("button", { name: "Voeg toe" }).click();
      await organiser.getByText(text).waitFor();
    }
    await sound(organiser, "insights");
    await organiser.goto(`${team}/instellingen`);
    await organiser.locator("[name=helpContact]").fill("070 000 00 00");
    await organiser.getByRole("button", { name: "Bewaar de instellingen" }).click();
    await organiser.goto(`${team}/draaiboek`);
    await expect.poll(() => organiser.locator(".steps > li").count()).toBe(9);
    await organiser.getByRole("button", { name: "Zet ‘Pauze’ eerder" }).click();
    await organiser.waitForFunction(() => document.querySelectorAll(".steps > li")[3]?.textContent?.includes("Pauze"));
    await organiser.getByRole("button", { name: "Zet ‘Pauze’ later" }).click();
    await organiser.waitForFunction(() => document.querySelectorAll(".steps > li")[4]?.textContent?.includes("Pauze"));
    await sound(organiser, "run sheet");

    await organiser.goto(`${team}/team`);
    await organiser.locator("[name=name]").fill("Joris Hendriks");
    await organiser.locator("[name=mail]").fill("joris@voorbeeld.example");
    await organiser.locator("[name=role][value=facilitator]").check();
    await organiser.getByRole("button", { name: "Nodig uit" }).click();
    const invitation = await post.letter("joris@voorbeeld.example", () => true);
    facilitator = await newPage();
    await facilitator.goto(linkIn(invitation, "/team/uitnodiging"));
    await facilitator.locator("main form button").first().click();
    await facilitator.waitForURL(/\/team/);
  });

  test("six people register, confirm by mail, and get a link and a calendar entry", async () => {
    await organiser.goto(`${team}/stand?stap=open`);
    await organiser.locator("button[name=stap]").click();
    await organiser.waitForURL(team);
    const call = `${ground.origin}/oproep/veerkracht-in-de-wijk`;
    for (const [at, person] of people.entries()) {
      person.page = await newPage();
      person.mail = `persoon${at + 1}@voorbeeld.example`;
      const { page, mail } = person as Required<Person>;
      await page.goto(call);
      if (at === 0) await sound(page, "call");
      await page.getByRole("link", { name: "Meld u aan" }).first().click();
      if (at === 0) {
        await page.locator("main form button[type=submit]").last().click();
        await page.getByText("Vul uw naam in.").first().waitFor();
        await sound(page, "registration with errors");
      }
      await page.locator("[name=name]").fill(person.name);
      await page.locator("[name=mail]").fill(mail);
      await page.locator("[name=shownAs][value=full]").check();
      await page
        .locator("label", { hasText: new RegExp(`^\\s*${person.party}\\s*$`) })
        .first()
        .click();
      await page.locator("[name=function]").fill(person.work[0]);
      await page.locator("[name=organisation]").fill(person.work[1]);
      await page.locator("label:has([name=field])", { hasText: person.field }).first().click();
      await page.locator("[name=brings]").fill("Ik ken de wijk.");
      await page.locator("[name=licence]").check();
      await page.locator("main form button[type=submit]").last().click();
      const confirm = await post.letter(mail, () => true);
      if (at === 0) await sound(page, "form sent");
      await page.goto(linkIn(confirm, "/bevestig"));
      if (at === 0) await sound(page, "confirm");
      await page.locator("main form button[type=submit]").first().click();
      const admitted = await post.letter(mail, (letter) => letter.calendar !== null);
      if (at === 0) await sound(page, "one's own page");
      person.link = linkIn(admitted, "/mee");
      const event = new ICAL.Event(
        new ICAL.Component(ICAL.parse(admitted.calendar ?? "")).getFirstSubcomponent("vevent") ?? undefined,
      );
      expect(event.summary).toContain("Veerkracht in de wijk");
      expect(event.startDate.zone.tzid).toBe("Europe/Amsterdam");
      expect([event.startDate.hour, event.endDate.hour]).toEqual([9, 11]);
      expect(admitted.calendar?.replace(/\r\n /g, "")).toContain("/mee/");
    }
  });

  const sessionPath = async () => {
    await organiser.goto(`${team}/bijeenkomst`);
    const href = await organiser.getByRole("link", { name: "Open de cockpit" }).first().getAttribute("href");
    return `${ground.origin}${href}`;
  };
  const pageOf = (at: number): Page => people[at]?.page ?? fail(at);
  const fail = (at: number): never => {
    throw new Error(`person ${at} has no browser`);
  };
  const joined = () => people.flatMap(({ page, inside }) => (page && inside ? [page] : []));
  /** The facilitator moves everybody on; waits until each of them has arrived. */
  async function next(at: number): Promise<void> {
    await press(at, 1);
    await everybodyAt(at);
  }
  /** Presses until the cockpit shows the step: right after a change it takes no press, against a double click. */
  async function press(at: number, clickCount: 1 | 2): Promise<void> {
    const there = facilitator.getByText(`Onderdeel ${at} van 9`).first();
    const before = facilitator.getByText(`Onderdeel ${at - 1} van 9`).first();
    await before.waitFor();
    while (await before.isVisible()) {
      await facilitator.getByRole("button", { name: /Volgende onderdeel/ }).click({ clickCount, delay: 10 });
      await there.waitFor({ timeout: 2_000 }).catch(() => {});
    }
    await there.waitFor();
  }
  async function everybodyAt(at: number): Promise<void> {
    for (const page of joined()) await page.getByText(`Onderdeel ${at} van 9`).first().waitFor();
  }
  async function write(page: Page, text: string, { waits = false } = {}): Promise<void> {
    await page.locator(".own textarea[name=text]").fill(text);
    await page.locator(".own form .actions button").click();
    if (waits) return page.locator(".room-notices", { hasText: "Nog niet verstuurd" }).getByText(text).waitFor();
    // Kept: it came back from the server, at once or, on a busy machine, from the outbox.
    await page.locator(".notes > li:not(.waiting)", { hasText: text }).first().waitFor();
  }

  test("the personal link shows a button, and leads to the lobby", async () => {
    facilitator.on("dialog", (dialog) => dialog.accept());
    await facilitator.goto(await sessionPath());
    await facilitator.getByRole("button", { name: "Open de wachtruimte" }).click();
    for (const person of people.slice(0, 5)) {
      const { page, link } = person as Required<Person>;
      await page.goto(link);
      await page.getByRole("button", { name: /Doe mee/ }).click();
      await page.getByRole("heading", { name: `Welkom, ${person.name.split(" ")[0]}` }).waitFor();
      person.inside = true;
    }
    const first = pageOf(0);
    await first.getByText("Pas uw kaart aan").click();
    await first.getByLabel("Dit zoek ik").fill("Hoe houden andere wijken dit vol?");
    await first.getByRole("button", { name: "Bewaar uw kaart" }).click();
    await first.locator("dd", { hasText: "Hoe houden andere wijken dit vol?" }).waitFor();
    await first.getByRole("button", { name: "Ik heb dit gelezen" }).click();
    await first.getByText("U hebt dit gelezen.").waitFor();
    await sound(first, "lobby");
    await sound(facilitator, "cockpit before the start");
  });

  test("the session starts for all; groups are dealt; a double click moves one step", async () => {
    await facilitator.getByRole("button", { name: "Start de bijeenkomst" }).click();
    await everybodyAt(1);
    await press(2, 2);
    await everybodyAt(2);
    for (const page of joined()) await page.locator(".room-place", { hasText: /Deelgroep \d/ }).waitFor();
    const first = pageOf(0);
    await write(first, "Ik breng twintig jaar wijkverpleging mee.");
    await pageOf(1).getByText("Ik breng twintig jaar wijkverpleging mee.").first().waitFor();
    await first.getByRole("button", { name: "Ik schrijf mee" }).click();
    await first.getByText("U schrijft de notities").waitFor();
    await sound(first, "introduction in the group");
    await sound(facilitator, "cockpit with groups");
  });

  test("a late arrival gets a seat, and is where the others are", async () => {
    const late = people[5] as Required<Person>;
    late.inside = true;
    await late.page.goto(late.link);
    await late.page.getByRole("button", { name: /Doe mee/ }).click();
    await late.page.getByText("Onderdeel 2 van 9").waitFor();
    await late.page.locator(".room-place", { hasText: /Deelgroep \d/ }).waitFor();
  });

  test("alone: what is written stays private, through a reload and on a second device", async () => {
    await next(3);
    const first = people[0] as Required<Person>;
    await write(first.page, "Een vaste contactpersoon bij de gemeente, die mag doorpakken.");
    await first.page.reload();
    await first.page.getByText("Een vaste contactpersoon bij de gemeente").first().waitFor();
    const device = await newPage();
    await device.goto(first.link);
    await device.getByRole("button", { name: /Doe mee/ }).click();
    await device.getByText("Een vaste contactpersoon bij de gemeente").first().waitFor();
    await device.close();
    for (const page of joined().slice(1)) expect(await page.content()).not.toContain("Een vaste contactpersoon");
    await pageOf(3).getByRole("link", { name: "Wat knelt nu" }).click();
    await pageOf(3).locator("#tekst-chafes").waitFor();
    await write(pageOf(3), "Ik bel vier loketten voor één gezin.");
    await sound(first.page, "alone");
  });

  test("on the table: needs are shared, recognised and given to all", async () => {
    await next(4);
    const [noor, ilias] = people as Required<Person>[];
    if (!noor || !ilias) throw new Error("nobody");
    await noor.page.getByRole("button", { name: "Leg op tafel" }).last().click();
    await ilias.page.getByText("Een vaste contactpersoon bij de gemeente").first().waitFor();
    await ilias.page.getByRole("button", { name: "Dit herken ik" }).first().click();
    await noor.page.getByText("1 ander herkent dit").first().waitFor();
    await write(ilias.page, "Een plek waar jongeren ’s avonds binnen kunnen.");
    for (const { page } of [noor, ilias]) {
      await page.getByRole("button", { name: "Deel met iedereen" }).first().click();
      await page.getByText("met iedereen").first().waitFor();
    }
    await sound(noor.page, "needs in the group");
  });

  test("a lost network loses no word, while the others go on without", async () => {
    const { page } = people[2] as Required<Person>;
    const lost = await loseNetwork(page, { atLeastMs: 20_000 });
    await write(page, "Geschreven zonder netwerk.", { waits: true });
    await press(5, 1);
    for (const other of joined().filter((one) => one !== page)) await other.getByText("Onderdeel 5 van 9").first().waitFor();
    await page.locator(".own textarea[name=text]").pressSequentially("En wat ik nog wilde zeggen.");
    await lost.isNoticed();
    await expect.poll(() => page.getByText("Onderdeel 4 van 9").first().isVisible()).toBe(true);
    await lost.end();
    await page.getByText("Onderdeel 5 van 9").first().waitFor();
    const begun = page.locator(".room-notices", { hasText: "En wat ik nog wilde zeggen." });
    await begun.getByRole("button", { name: "Verstuur alsnog" }).click();
    await begun.waitFor({ state: "detached" });
    await expect
      .poll(() => needsOf(people[2]?.mail ?? ""))
      .toEqual(["Geschreven zonder netwerk.", "En wat ik nog wilde zeggen."]);
  });

  test("the server is killed in the middle of the vote: every ballot that was acknowledged stands once", async () => {
    await next(6);
    const pages = joined();
    for (const page of pages) await page.getByText("Inzicht 1 van 2").first().waitFor();
    const vote = (page: Page, choice: string) =>
      page
        .locator("label", { hasText: new RegExp(`^\\s*${choice}`) })
        .first()
        .click();
    const kept = (page: Page) => page.getByText("Uw keuze is bewaard.").first().waitFor();
    for (const page of pages.slice(0, 3)) {
      await vote(page, "Eens");
      await kept(page);
    }
    await ground.crash(() => Promise.all(pages.slice(3).map((page) => vote(page, "Oneens"))));
    for (const page of pages.slice(3)) await kept(page);
    expect(await ballots()).toEqual({ agree: 3, disagree: 3, people: 6 });
    // The last choice counts, and nobody counts twice.
    await vote(pageOf(0), "Oneens");
    await vote(pageOf(0), "Eens");
    await kept(pageOf(0));
    expect(await ballots()).toEqual({ agree: 3, disagree: 3, people: 6 });
  });

  test("fits, with a condition and an example; a participant's own insight waits for the facilitator", async () => {
    const noor = pageOf(0);
    await noor.locator("label", { hasText: "Past onder voorwaarden" }).first().click();
    await noor.locator("textarea[name=condition]").fill("Als die persoon ook mag beslissen.");
    await noor.getByRole("button", { name: "Volgend inzicht" }).click();
    await noor.getByText("Inzicht 2 van 2").first().waitFor();
    await sound(noor, "practice check");
    await noor
      .locator("label", { hasText: /^\s*Sla over/ })
      .first()
      .click();
    await noor.getByRole("button", { name: /Volgend inzicht|Naar uw overzicht/ }).click();
    await noor.getByRole("heading", { name: "Uw overzicht" }).waitFor();
    await noor.getByLabel("Uw inzicht").fill("Zonder vaste gezichten komt niemand terug.");
    await noor.getByRole("button", { name: "Voeg toe" }).click();
    await noor.getByText("wacht op de gespreksleider").first().waitFor();
    await facilitator.getByText("Zonder vaste gezichten komt niemand terug.").first().waitFor();
  });

  test("marks, the close, and the end", async () => {
    await next(7);
    const noor = pageOf(0);
    await noor
      .getByRole("button", { name: /Geef een stip/ })
      .first()
      .click();
    await noor.getByText("U hebt nog 2 stippen.").waitFor();
    await sound(noor, "what weighs most");
    await next(8);
    // What all see together is what the facilitator shows.
    await facilitator.getByRole("button", { name: "Vraag en muur" }).click();
    await noor.getByText("Een vaste contactpersoon bij de gemeente").first().waitFor();
    const aside = await newPage();
    await aside.context().addCookies(await organiser.context().cookies());
    for (const view of ["scherm", "toehoren"]) {
      await aside.goto(facilitator.url().replace("/bijeenkomst/", `/${view}/`));
      await sound(aside, view);
    }
    await aside.close();
    await next(9);
    await facilitator.getByText("Beëindig de bijeenkomst").first().click();
    await facilitator.getByRole("button", { name: "Ja, beëindig" }).click();
    for (const page of joined()) await page.getByRole("heading", { name: "Bedankt, de bijeenkomst is afgelopen" }).waitFor();
    await sound(noor, "after the end");
  });

  test("the organiser brings needs together, writes, and publishes", async () => {
    await organiser.goto(`${team}/stand?stap=start-harvest`);
    await organiser.locator("button[name=stap]").click();
    await organiser.waitForURL(team);
    await organiser.goto(`${team}/themas`);
    await organiser.getByLabel("Naam", { exact: true }).first().fill("Eén vast gezicht");
    await organiser.getByRole("button", { name: "Maak dit thema" }).click();
    await organiser.getByText("Eén vast gezicht").first().waitFor();
    await sound(organiser, "themes");
    await organiser.goto(`${team}/verslag`);
    await organiser.locator("textarea[name=introduction]").fill("Zes mensen spraken elkaar een ochtend lang.");
    await organiser.locator("textarea[name=conclusions]").fill("Een vast gezicht komt het vaakst terug.");
    await organiser
      .getByRole("button", { name: /^Bewaar/ })
      .first()
      .click();
    await sound(organiser, "report desk");
    await organiser.goto(`${team}/verslag/voorbeeld`);
    await sound(organiser, "draft of the report");
    await organiser.goto(`${team}/verslag`);
    await organiser.locator("[name=sure]").check();
    await organiser.locator("form:has([name=sure]) button").last().click();
    const page = await newPage();
    await expect.poll(async () => (await page.goto(`${ground.origin}/verslag/veerkracht-in-de-wijk`))?.status()).toBe(200);
    const text = await page.locator("main").innerText();
    expect(text).toContain("Zes mensen spraken elkaar een ochtend lang.");
    for (const { name } of people) expect(text).not.toContain(name);
    await sound(page, "report");
    const csv = await page.request.get(`${ground.origin}/verslag/veerkracht-in-de-wijk/1/gegevens.csv`);
    expect([csv.status(), csv.headers()["content-type"]]).toEqual([200, expect.stringContaining("text/csv")]);
  });

  test("each contributor is told once, and sees what became of it", async () => {
    for (const person of people.slice(0, 2)) {
      const { mail, page } = person as Required<Person>;
      const letter = await post.letter(mail, ({ text }) => text.includes("/verslag/"));
      expect(post.letters.filter(({ to, subject }) => to === mail && subject === letter.subject)).toHaveLength(1);
      await page.goto(`${ground.origin}/mijn/veerkracht-in-de-wijk/inbreng`);
      await expect.poll(() => page.locator("main").innerText()).toMatch(/contactpersoon|jongeren/);
    }
    await sound(pageOf(0), "feedback");
    for (const path of ["gegevens", "wissen"]) {
      await pageOf(0).goto(`${ground.origin}/mijn/veerkracht-in-de-wijk/${path}`);
      await sound(pageOf(0), path);
    }
    expect(new Set(post.letters.map(({ messageId }) => messageId)).size).toBe(post.letters.length);
  });

  test("nothing went wrong in any browser", () => {
    expect(faults).toEqual([]);
  });
}
