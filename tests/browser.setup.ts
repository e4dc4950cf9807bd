import type { TestProject } from "vitest/node";
import { getBrowser } from "../scripts/browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** the program to give to Playwright as `executablePath` */
    browser: string;
  }
}

export default async function setup(project: TestProject) {
  project.provide("browser", await getBrowser());
}
