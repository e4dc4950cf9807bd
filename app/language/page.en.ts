import type { Same } from "./locale.ts";
import type { page as source } from "./page.nl.ts";

export const page: Same<typeof source> = {
  skip: "Skip to content",
  language: "Nederlands",
  privacy: "Privacy",
  accessibility: "Accessibility",
  team: "For the team",
  help: (p) => `Questions or help: ${p.contact}`,
  source: "Source code (EUPL-1.2)",
  rehearsal: { title: "Rehearsal.", text: "Everything here is practice and will be erased." },
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
    unreadable: {
      title: "We cannot read this request",
      text: "The address or the form did not arrive well. Go back, and try again from the page itself.",
    },
    tooLarge: {
      title: "This is too large",
      text: "A form may be 256 kB in all, a file 2 MB. Go back and make it shorter, or choose a smaller file.",
    },
    foreign: {
      title: "This did not come from this site",
      text: "A form works from our own page only. Open the page here again, and send it then.",
    },
    toHome: "To the front page",
  },
  again: {
    typed:
      "We cannot reach the data right now. Nothing is kept yet, but what you typed stands below. Wait a moment and send it again.",
    fault: "Something went wrong on our side. What you typed stands below: wait a moment and send it again.",
    send: "Send again",
    youTyped: "This is what you typed",
    file: (p: { name: string }) => `Choose the file ${p.name} again`,
  },
};
