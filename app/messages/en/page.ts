import type { Same } from "../locale.ts";
import type { page as source } from "../nl/page.ts";

export const page: Same<typeof source> = {
  skip: "Skip to content",
  language: "Nederlands",
  accessibility: "Accessibility",
  team: "For the team",
  source: "Source code (EUPL-1.2)",
  home: {
    title: "Online dialogues",
    lead: "Here are the calls that are open now, and the reports of dialogues that have ended.",
    open: "Calls",
    noneOpen: "No call is open at this moment.",
    reports: "Reports",
    noReports: "No report has been published yet.",
  },
  problem: {
    missing: {
      title: "This page does not exist",
      text: "The address may be incomplete, or the page was moved. Check the address, or go to the front page.",
    },
    forbidden: {
      title: "This page is not for you",
      text: "You are signed in, but you have no role here. Ask the organiser for access.",
    },
    link: {
      title: "Use your personal link",
      text: "This page is for participants. Open the personal link from your e-mail and you will come back here.",
    },
    fault: { title: "Something went wrong on our side", text: "What you had sent is kept. Try again in a minute." },
    wait: {
      title: "One moment please",
      text: "We cannot reach the data right now. This page tries again by itself. What you typed stays.",
    },
    busy: { title: "Slow down a little", text: "Very many requests came from your device. Wait a minute and try again." },
    refused: { title: "That is not possible now", text: "Things have changed meanwhile. Go back and see how they stand." },
    toHome: "To the front page",
  },
};
