import type { Page } from "@playwright/test";
import { expect } from "vitest";

type Role = Parameters<Page["getByRole"]>[0] | "summary";

/** Somebody without a mouse: goes from stop to stop, sees where the focus is, and presses keys. */
export interface Keyboard {
  /** Tabs until this has the focus, and fails with what was passed on the way. */
  to(role: Role, name: string | RegExp, options?: { readonly back?: boolean; readonly within?: number }): Promise<void>;
  /** Goes there and presses the key, Enter if not said. */
  press(role: Role, name: string | RegExp, key?: string): Promise<void>;
  /** Goes to a field, and types in place of what stands there. */
  type(name: string | RegExp, text: string): Promise<void>;
  /** Goes to the group of this radio button, and with the arrows to the button itself. */
  choose(name: string | RegExp): Promise<void>;
  /** The focus is on something that shows: it was not lost when the page changed. */
  kept(where: string): Promise<void>;
  /** Each stop of the page is passed by Tab alone, shows that it has the focus, and lets go of it. */
  round(where: string): Promise<void>;
}

export function keyboardOf(page: Page): Keyboard {
  const find = (role: Role, name: string | RegExp) =>
    role === "summary"
      ? page.locator("summary").filter({ hasText: typeof name === "string" ? new RegExp(`^\\s*${name}\\s*$`) : name })
      : page.getByRole(role, { name, exact: typeof name === "string" });
  const isAt = (role: Role, name: string | RegExp) =>
    find(role, name).evaluateAll((all) => all.some((one) => one === document.activeElement));

  async function to(role: Role, name: string | RegExp, { back = false, within = 120 } = {}): Promise<void> {
    await find(role, name).first().waitFor();
    const passed: string[] = [];
    while (!(await isAt(role, name))) {
      if (passed.length === within)
        throw new Error(`${role} ${name} is not within ${within} tabs at ${page.url()}; passed: ${passed.join(" | ")}`);
      await page.keyboard.press(back ? "Shift+Tab" : "Tab");
      passed.push(await stop(page));
    }
  }

  return {
    to,
    async press(role, name, key = "Enter") {
      await to(role, name);
      await page.keyboard.press(key);
    },
    async type(name, text) {
      await to("textbox", name);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
    async choose(name) {
      const wanted = page.getByRole("radio", { name, exact: typeof name === "string" });
      await wanted.first().waitFor();
      const group = await wanted.first().getAttribute("name");
      for (let tabs = 0; !(await hasFocus(page, `input[type=radio][name="${group}"]`)); tabs++) {
        if (tabs === 120) throw new Error(`no choice ${name} within 120 tabs at ${page.url()}`);
        await page.keyboard.press("Tab");
        await stop(page);
      }
      for (let presses = 0; !(await isAt("radio", name)); presses++) {
        if (presses === 20) throw new Error(`the arrows do not lead to ${name}`);
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Space");
      expect(await wanted.first().isChecked()).toBe(true);
    },
    async kept(where) {
      await expect.poll(() => page.evaluate(focusIsKept), { message: `${where}: where the focus is` }).toBe("kept");
    },
    async round(where) {
      const stops = await page.evaluate(listStops);
      const passed = new Set<number>();
      for (let tabs = 0; tabs < stops.length + 12 && passed.size < stops.length; tabs++) {
        await page.keyboard.press("Tab");
        await stop(page);
        const at = await page.evaluate(() => Number(document.activeElement?.getAttribute("data-stop") ?? -1));
        if (at >= 0) passed.add(at);
      }
      // what the page took away meanwhile was no stop any more
      const left = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("[data-stop]")]
          .filter((one) => one.tabIndex >= 0)
          .map((one) => one.getAttribute("data-stop")),
      );
      const missed = stops.filter((_, at) => !passed.has(at) && left.includes(String(at)));
      expect(missed, `${where}: out of reach for Tab`).toEqual([]);
    },
  };
}

const hasFocus = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** What has the focus, in words. Fails when nobody can see that it has. */
async function stop(page: Page): Promise<string> {
  let found = await page.evaluate(lookAtFocus);
  const fault = () => {
    if (found && !found.outlined) return `nothing shows that “${found.name}” has the focus, at ${page.url()}`;
    return found?.under ? `“${found.name}” has the focus, under ${found.under}, at ${page.url()}` : null;
  };
  // a page that is still moving comes to rest
  const isSeen = async () => {
    found = await page.evaluate(lookAtFocus);
    return fault();
  };
  if (fault()) await expect.poll(isSeen).toBeNull();
  return found?.name ?? "(the window)";
}

/** In the page: what has the focus, whether an outline shows it, and what hides it from sight, if anything does. */
function lookAtFocus(): { name: string; outlined: boolean; under: string | null } | null {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const label = at.closest("label");
  // a heading to which the focus was brought is no stop: nothing can be done with it
  const heading = at instanceof HTMLElement && at.tabIndex < 0;
  const outlined = [at, label].some((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
  const { left, top, right, bottom } = (label ?? at).getBoundingClientRect();
  const points = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) =>
    [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)),
  );
  const seen = points.some((found) => found !== null && (label ?? at).contains(found));
  const above = points[7];
  const where = `${Math.round(top)} to ${Math.round(bottom)} of ${window.innerHeight}`;
  const name = (at.getAttribute("aria-label") || label?.textContent || at.textContent || at.id || at.tagName).trim();
  return {
    name: `${at.tagName.toLowerCase()} ${name.replace(/\s+/g, " ").slice(0, 60)}`,
    outlined: outlined || heading,
    under: seen ? null : `${above ? `<${above.tagName.toLowerCase()} class="${above.className}">` : "the edge"} (${where})`,
  };
}

function focusIsKept(): string {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return "lost";
  return at.checkVisibility({ visibilityProperty: true }) ? "kept" : `on ${at.tagName}, which does not show`;
}

/** In the page: numbers all that Tab should pass. @returns what they are */
function listStops(): string[] {
  for (const old of document.querySelectorAll("[data-stop]")) old.removeAttribute("data-stop");
  const groups = new Set<string>();
  const stops = [
    ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex]"),
  ].filter((one) => {
    if (one.tabIndex < 0 || one.matches(":disabled, [type=hidden]") || !one.checkVisibility()) return false;
    if (!(one instanceof HTMLInputElement) || one.type !== "radio") return true;
    // one stop for each group of radio buttons: the one that is chosen, or else the first
    const group = `${one.form?.action} ${one.name}`;
    const chosen = one.form?.querySelector(`input[type=radio][name="${one.name}"]:checked`);
    if (groups.has(group) || (chosen && chosen !== one)) return false;
    groups.add(group);
    return true;
  });
  return stops.map((one, at) => {
    one.setAttribute("data-stop", String(at));
    return `${one.tagName} ${(one.getAttribute("aria-label") ?? one.textContent ?? "").trim().slice(0, 50)}`;
  });
}
