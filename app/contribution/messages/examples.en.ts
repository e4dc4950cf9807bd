import type { examples as Dutch } from "./examples.nl.ts";

export const examples: typeof Dutch = {
  general: {
    text: "I want one colleague I can ring when a family gets stuck with three services at once.",
    situation: "Everybody does their part, and nobody sees the whole.",
    forWhom: "Families with more than one care worker.",
    tried: "A joint meeting. It stopped when the person who led it left.",
    wouldHelp: "One plan, and one person who keeps an eye on it.",
  },
  housing: {
    text: "I want to hear that a tenant is in trouble before an eviction comes near.",
    situation: "A tenant who is three months behind does not open the door.",
    forWhom: "Tenants in arrears, and the caretaker who rings the bell.",
    tried: "Visiting together. It helped, but it hung on one colleague.",
    wouldHelp: "Knowing who rings the bell first, with a number that is answered.",
  },
  work: {
    text: "I want to help somebody to a job without upsetting their benefits.",
    situation: "Somebody can work twenty hours and does not dare to, because of what then changes.",
    forWhom: "People on benefits who want to start small.",
    tried: "A calculator. It was wrong for those who also have debts.",
    wouldHelp: "A trial month in which nothing is set off.",
  },
  schooling: {
    text: "I want to take a pupil who cares for somebody at home to a person outside school, in the daytime.",
    situation: "A pupil is often late and turns out to bring a little brother to school each morning.",
    forWhom: "Young people who care for somebody at home.",
    tried: "A talk with the attendance officer. Then nothing was heard.",
    wouldHelp: "A youth worker who is at school for an hour each week.",
  },
  safety: {
    text: "After a report I want to know who takes it further, so that I can go back to the resident.",
    situation: "There is trouble on the same stairs again, and residents no longer report it.",
    forWhom: "Residents who do not feel safe in the evening.",
    tried: "More patrols. After a month it was as before.",
    wouldHelp: "Going through the reports together once a week, with the housing association.",
  },
  upbringing: {
    text: "I want to be able to talk to parents before a referral is needed.",
    situation: "Parents only come when school or the doctor tells them to.",
    forWhom: "Parents of young children who know few people here.",
    tried: "An open morning at the health centre. Hardly anybody came.",
    wouldHelp: "A familiar face in the schoolyard.",
  },
  care: {
    text: "I want people not to have to tell their whole story again to each next care worker.",
    situation: "A client goes from hospital to home care, and what was agreed does not come along.",
    forWhom: "People who get care from more than one place.",
    tried: "A folder on the kitchen table. Not everybody writes in it.",
    wouldHelp: "Consent that is asked once, and holds for all who work together.",
  },
  belonging: {
    text: "I want a place where people can walk in without an appointment, also in the evening.",
    situation: "The community centre closes at five, and then the evening only begins.",
    forWhom: "People who live alone and have few visitors.",
    tried: "Volunteers with a key. They no longer wanted to carry it alone.",
    wouldHelp: "One paid worker for three evenings a week.",
  },
};
