import type { Same } from "../locale.ts";
import type { team as source } from "../nl/team.ts";

export const team: Same<typeof source> = {
  roles: {
    administrator: "administrator",
    organiser: "organiser",
    facilitator: "facilitator",
    analyst: "analyst",
    "note-taker": "note taker",
    observer: "observer",
  },
  signIn: {
    title: "Sign in for the team",
    lead: "You get an e-mail with a link. It works once, for fifteen minutes.",
    mail: "Your e-mail address",
    send: "Send me a link",
    sentTitle: "Look in your e-mail",
    sent: "If we know this address, a link will be in your e-mail within a few minutes. Nothing there? Look in your spam folder, or ask the organiser for an invitation.",
    again: "Ask for a link again",
    confirmTitle: "Sign in",
    confirm: "Press the button to sign in on this device.",
    confirmButton: "Sign me in",
    goneTitle: "This link no longer works",
    gone: "A link works once, for fifteen minutes. Ask for a new one.",
    errors: { missing: "Enter your e-mail address.", invalid: "Enter an e-mail address such as name@organisation.nl." },
  },
  claim: {
    title: "Start using Klankbord",
    lead: "You are the first. This link makes you administrator and organiser. After that it no longer works.",
    name: "Your name",
    mail: "Your e-mail address",
    mailHint: "From now on we send your sign-in link here.",
    button: "Start",
    goneTitle: "This link has been used",
    gone: "Somebody has started this installation already, or the link was replaced. On the server `klankbord claim` makes a new one.",
    errors: {
      name: { missing: "Enter your name.", long: "Make your name shorter than 120 characters." },
      mail: { missing: "Enter your e-mail address.", invalid: "Enter an e-mail address such as name@organisation.nl." },
    },
  },
  home: {
    title: "Your dialogues",
    none: "There is no dialogue yet. Start one: agenda, fields and texts are there to be adapted.",
    newDialogue: "Start a dialogue",
    signedInAs: (p) => `Signed in as ${p.name}`,
    signOut: "Sign out",
    signOutEverywhere: "Sign out on all your devices",
  },
  mail: {
    signIn: {
      subject: (p) => `Your sign-in link for ${p.site}`,
      greeting: (p) => (p.name ? `Dear ${p.name},` : "Hello,"),
      text: "This link signs you in. It works once, for fifteen minutes.",
      button: "Sign in",
      notYou: "Did you not ask for this? Then there is nothing you need to do.",
    },
    invite: {
      subject: (p) => `Join the team of ‘${p.title}’`,
      greeting: (p) => (p.name ? `Dear ${p.name},` : "Hello,"),
      text: (p) => `You have been asked to join the team of the online dialogue ‘${p.title}’, as ${p.role}.`,
      button: "Accept the invitation",
    },
  },
};
