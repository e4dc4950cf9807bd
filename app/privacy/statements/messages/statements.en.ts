import type { Same } from "../../../language/locale.ts";
import type { statements as nl } from "./statements.nl.ts";

type Facts = Parameters<(typeof nl)["texts"]["privacy"]>[0];
const text = (...parts: readonly (string | false)[]) => parts.filter((part) => part !== false && part !== "").join("\n\n");
const list = (...items: readonly (string | false)[]) =>
  items
    .filter((item) => item !== false && item !== "")
    .map((item) => `- ${item}`)
    .join("\n");

const who = (p: Facts) => (p.address ? `${p.organisation}, ${p.address}` : p.organisation);
const basis = (p: Facts) => (p.legalText ? `${p.legalBasis} (${p.legalText})` : p.legalBasis);

export const statements: Same<typeof nl> = {
  bases: {
    "public-task": "a task of general interest (article 6(1)(e) of the GDPR)",
    "legal-obligation": "a legal obligation (article 6(1)(c) of the GDPR)",
    "legitimate-interest": "a legitimate interest (article 6(1)(f) of the GDPR)",
    consent: "your consent (article 6(1)(a) of the GDPR)",
  },
  texts: {
    privacy: (p: Facts) =>
      text(
        `On this website ${p.organisation} holds dialogues with people from practice. Here you read which data we keep of you, why, how long, and what you can do yourself. Each call also says what holds for that dialogue.`,
        "## Who is responsible",
        `${who(p)} is responsible for your data. Ask questions about your privacy at ${p.privacyContact}.`,
        p.officer !== "" && `Our data protection officer is ${p.officer}.`,
        "## What we keep of you, and why",
        list(
          "Your name, mail address, organisation, function and field, when you register: to invite you and to mix groups.",
          "What you bring in, and what you think of insights: that is what the dialogue is about. Nobody on the team sees what you chose.",
          "What you need in order to take part, only if you write it down yourself: to arrange it for you. We erase it after the session.",
          "On which devices you use your personal link: to prevent abuse.",
          "When we sent you which mail, and how often you want to hear what the programme does with your input.",
          "If you look after an item of the programme: your role, and your name if you agree.",
          "If you are a member of the network of a dialogue: your card, with whom you are in touch, your messages, questions and reactions, your examples from practice, and your commitments. Only who got a message reads it, unless one of you reports it: then the team reads it too.",
        ),
        "We do not ask for your citizen service number, date of birth or gender. Do not write anything about others by which they can be recognised either.",
        "## Why we may",
        `We use your data on the basis of ${basis(p)}. For these things we ask your consent separately: showing your introduction card, naming you, mailing you about anything but this dialogue, and taking you into the network of a dialogue. You can withdraw that consent at any time.`,
        "## Who sees your data",
        list(
          "Other participants see what you share with them, and your name as you want to show it.",
          "The team of the dialogue sees who registered and what was brought in.",
          "What you show of yourself in the network is seen by whom you choose: members of the network, or everybody.",
          "What is in a report can be read by everybody. Nobody is named in it unless they want to be. Of a field, kind of party or area with fewer than five people we give no figures. How many people stand behind a theme or need is told, also when they are few.",
          p.ownSignIn && "Members of the team sign in with the account of their organisation.",
        ),
        "Your data are not sold, and not used for advertising. The website loads nothing from other companies and does not track you. We only use cookies that are needed to recognise you and to remember your language.",
        p.media === "embedded" && "Picture and sound go through our own server. We record nothing.",
        p.media === "livekit" &&
          "Picture and sound go through a server that our organisation set up for them (LiveKit). As long as you take part it gets: your picture and sound, your name as you want it shown, a number of yours, your IP address and the kind of browser. We record nothing.",
        p.suggestions &&
          "For suggestions of where a need belongs, words without a name go to a language service that our organisation chose. People decide.",
        p.proposals &&
          "When writing the report the team can have a sentence proposed by a language model that our organisation chose. Then the words of chosen contributions go there, without a name. A person decides.",
        p.fileStore && "Files with an example in the library of practice stand in a store that our organisation chose.",
        "## How long we keep things",
        list(
          `Who you were: until ${p.days.people} days after the dialogue was closed. What you shared with everybody stays after that, without your name.`,
          `What you did not share with everybody: until ${p.days.words} days after the dialogue was closed.`,
          `Which mail you got: ${p.days.mail} days.`,
          `Links and devices: ${p.days.links} and ${p.days.devices} days after they ended.`,
          "A published report stays. The Dutch archives act may ask us to keep some things longer.",
        ),
        "What you share with us in confidence we treat with care. The Dutch open government act may still hold.",
        "## What you can do yourself",
        list(
          "On your own page you see all that we keep of you, and take it along as a file.",
          "There you correct your data, withdraw a contribution, or erase everything at once.",
          `You can also object, at ${p.privacyContact}.`,
          "Do you disagree with us? You can complain to the Dutch data protection authority: https://autoriteitpersoonsgegevens.nl/en",
        ),
      ),
    accessibility: (p: Facts) =>
      text(
        `${p.organisation} wants everybody to be able to take part at ${p.origin}: with a keyboard, with a screen reader, on a telephone, with text only.`,
        "## How accessible this website is",
        {
          unknown: "The website was not examined independently yet. So no compliance status is stated here yet.",
          full: "This website complies in full: EN 301 549, with WCAG 2.1 levels A and AA (status A).",
          partial:
            "This website complies in part: EN 301 549, with WCAG 2.1 levels A and AA (status B). We know what is not good yet and work on it.",
          "first-steps": "We took first measures to comply: EN 301 549, with WCAG 2.1 levels A and AA (status C).",
          not: "This website does not comply yet: EN 301 549, with WCAG 2.1 levels A and AA (status D).",
        }[p.accessState],
        p.accessReport !== "" && `Read the examination here: ${p.accessReport}`,
        "The software on which this website runs, Klankbord, is made to WCAG 2.2 level AA. Each page is tested automatically, walked by keyboard, and looked at on a screen of 320 pixels wide.",
        "## Taking part with text only",
        "You need no camera or microphone. Everything that counts in a session can be done with text. Do you need something to take part, such as a speech-to-text reporter? Write it down when you register. The organiser will contact you.",
        "## Does something not work?",
        `Tell us at ${p.contact}. Write which page it was and what went wrong. You get an answer within two weeks.`,
        "Are you not content with the answer? You can file a complaint, and after that go to the National Ombudsman: https://www.nationaleombudsman.nl/english",
      ),
    register: (p: Facts) =>
      text(
        "## Name of the processing",
        `Dialogues with people from practice, at ${p.origin}.`,
        "## Controller",
        list(
          who(p),
          `Contact about privacy: ${p.privacyContact}`,
          p.officer !== "" ? `Data protection officer: ${p.officer}` : "Data protection officer: fill in",
        ),
        "## Purpose",
        "To invite participants, hold sessions, collect needs, check insights against practice, report on that, and tell what becomes of it.",
        "## Legal basis",
        `${basis(p)}. For the introduction card, quoting by name, mail about anything else and the network: consent (article 6(1)(a)). For what somebody needs in order to take part: explicit consent (article 9(2)(a)).`,
        "## Of whom",
        "Professionals, volunteers and residents who register. Members of the team of a dialogue. Administrators.",
        "## Which data",
        list(
          "Name, mail address, organisation, function, field, kind of party, area, language.",
          "Contributions, recognitions, marks, and answers to insights.",
          "Attendance, places in groups, roles at the table.",
          "Wishes in order to take part: may be data on health. Only the organiser sees them, each look is written down, and they are erased after the session.",
          "Who looks after items of the programme, reactions to the programme, and how often somebody wants mail about it.",
          "Of members of the network: card, contacts, messages, questions and reactions, examples, commitments.",
          "Consents, with the version of the text.",
          p.media !== null &&
            "Picture and sound, the IP address and the kind of browser of who takes part with them: only as long as it lasts. Nothing is recorded.",
          "Links and devices (as a hash only), mail that was sent, a log with random numbers.",
        ),
        "No citizen service number, date of birth or gender. The software warns when somebody writes such data, and refuses a citizen service number.",
        "## Recipients",
        list(
          "The team of the dialogue, each by their role.",
          "Everybody: published reports, without names, and without figures on a field, kind of party or area with fewer than five people. How many people stand behind a theme or need is told.",
          p.mailOut ? "The mail service of the organisation." : "No mail service: mail does not go out yet.",
          p.ownSignIn && "The sign-in service of the organisation, for the team.",
          p.suggestions && "A language service, for suggestions of themes: words without a name.",
          p.media === "livekit" &&
            "The server for picture and sound (LiveKit): fill in where it stands, with the processing agreement.",
          p.proposals && "A language model, for proposed sentences of the report: words of chosen contributions, without a name.",
          p.fileStore &&
            "The store for files of the library of practice: fill in where it stands, with the processing agreement.",
          "Where the server stands: fill in, with the processing agreement.",
        ),
        "## Transfer outside the EEA",
        "Not by the software. Fill in whether the server, the mail service or another service stands outside the EEA.",
        "## How long",
        list(
          `Who somebody was: ${p.days.people} days after the dialogue was archived.`,
          `Words that were not shared with all: ${p.days.words} days after it was archived.`,
          `Mail that was sent: ${p.days.mail} days. Links: ${p.days.links} days. Devices: ${p.days.devices} days.`,
          "The log: 12 months, then archived by month. Reports: stay.",
        ),
        "## Security",
        list(
          "Encrypted traffic, a strict policy of what a page may load, personal links and keys that are kept as a hash only.",
          "Roles with as few rights as possible, a sealed log, limits against abuse.",
          "Backups that were tested to come back. What was erased stays erased after that.",
          "The list of measures is in the documentation of Klankbord (docs/security).",
        ),
      ),
    dpia: (p: Facts) =>
      text(
        "This is a start for a data protection impact assessment (DPIA). Add what holds for your organisation and your dialogue, and ask your data protection officer for advice.",
        "## Is a DPIA needed?",
        "Probably, if you invite many people, if participants depend on their employer or on your organisation, or if the subject is sensitive. Write down your considerations here.",
        "## What happens",
        `${p.organisation} invites people to talk along. They register, take part in sessions, write down needs and react to insights. Then a report comes out, and they hear what becomes of it. Data, recipients and terms are in the register of processing.`,
        "## Why it is needed, and in proportion",
        list(
          `Legal basis: ${basis(p)}.`,
          "Without a mail address nobody can be invited. Without a field groups cannot be mixed. No more is asked.",
          "Participants need no account, and choose under which name others see them.",
          "Could it be done with less? Write here which other ways you considered.",
        ),
        "## Risks, and what was done about them",
        "### Somebody is recognised by an opinion",
        "Nobody on the team sees what a person chose. Figures on a group of fewer than five people, or on what fewer than five people chose, are not shown, also not to who lays reports side by side. How many people stand behind a theme or need is shown. Mind that words can give somebody away. The team can hide words, and who wrote them can withdraw them.",
        "### An employer or client reads along",
        "Names are not in reports. Participants can take part under another name. Discuss in the house rules that nobody is held to account for what was said at the table.",
        "### Somebody writes about somebody else",
        "Each text field warns of personal data and refuses a citizen service number. Everybody can report a contribution.",
        "### Data on health",
        "Only what somebody writes down in order to take part. Only the organiser sees it, each look is written down, and it is erased after the session.",
        "### A link ends up with somebody else",
        "Links work for a short time, or on known devices only. Participants see their devices and end them. Signing in on a new device sends a message.",
        "### Data leak or get lost",
        "See the measures under Security in the register of processing. Fill in who reports a data leak, and within what time.",
        p.suggestions && "### A language service sees words",
        p.suggestions &&
          "For suggestions of themes words without a name go to a service that your organisation chose. Write down which it is, where it stands, and what it keeps. Without EMBEDDINGS_URL this does not happen.",
        p.proposals && "### A language model sees contributions",
        p.proposals &&
          "When somebody of the team asks for a proposed sentence, the words of the contributions that they tick go to a service that your organisation chose. These may say whom they are about. Write down which service it is, where it stands, and what it keeps. Without LLM_URL this does not happen.",
        "## Rights",
        "Everybody can see, take along, correct, withdraw and erase by themselves. Erasing takes words out of reports too; that is tested with each version of the software.",
        "## Judgement",
        "Write here which risk is left, who accepts it, and when you look again.",
      ),
  },
  kinds: {
    privacy: { title: "Privacy statement", about: "For everybody, at /privacy." },
    accessibility: { title: "Accessibility", about: "For everybody, at /toegankelijkheid." },
    register: { title: "Register of processing", about: "The entry for the register of your organisation." },
    dpia: { title: "DPIA: a start", about: "A start for weighing risks for people." },
  },
  list: {
    title: "Statements",
    lead: "These texts are made of your settings and terms. You can change them. Each version is kept.",
    kind: "Text",
    state: "How it stands",
    follows: "follows your settings",
    kept: (p) => `version ${p.version}, changed by you on ${p.when}`,
    behind: "Your settings changed after that. See whether the text still holds.",
    nl: "Dutch",
    en: "English",
  },
  page: {
    back: "All statements",
    public: "See the page",
    file: "Save as a file",
    text: "Text",
    hint: "A heading begins with ##, a line of a list with a hyphen.",
    keep: "Keep as a new version",
    follow: "Follow the settings again",
    followText: "The text is then made of your settings again. Your own text stays as a version.",
    proposed: "The text as it follows from your settings now",
    versions: "Earlier versions",
    version: (p) => `Version ${p.version}, ${p.when}`,
    followed: (p) => `Version ${p.version}, ${p.when}: follows the settings`,
    problem: "Something is not right yet",
    told: { saved: "Kept.", meanwhile: "" },
    meanwhile: "Somebody else just changed this text. Your text is still in the field. Theirs is below it.",
    theirs: "The text that is kept now",
    errors: { text: { missing: "Fill in a text.", long: "Make the text shorter than 30,000 characters." } },
    made: (p) => `Last changed on ${p.when}.`,
  },
};
