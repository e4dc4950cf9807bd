import { z } from "zod";
import { verdicts } from "../../programme/answers/answer.ts";
import { itemKinds, itemStates } from "../../programme/items/item.ts";

const count = z.int().min(0);
const words = z.union([
  z.strictObject({
    number: count.describe("The number of the contribution, which never changes."),
    status: z.literal("there"),
    people: count.describe("Who wrote it and who recognised it."),
    text: z.string(),
    situation: z.string(),
    forWhom: z.string(),
    tried: z.string(),
    weight: z.enum(["", "light", "heavy", "very-heavy"]),
    howOften: z.enum(["", "yearly", "monthly", "weekly", "daily"]),
    wouldHelp: z.string(),
    touches: z.array(z.string()).describe("Fields that it touches, by its writer."),
    sameAs: count.nullable().describe("The number of a need that its writer found to be the same."),
    field: z.string().nullable().describe("Of its writer; only where five people or more took part for it."),
  }),
  z.strictObject({ number: count, status: z.enum(["withdrawn", "hidden", "erased"]) }),
]);
const size = z
  .discriminatedUnion("status", [
    z.strictObject({ status: z.literal("people"), people: count }),
    z.strictObject({ status: z.literal("withheld") }),
  ])
  .describe("Withheld: fewer than five people, nobody, or a number from which a smaller one follows.");
const line = z
  .discriminatedUnion("status", [
    z.strictObject({
      status: z.literal("counts"),
      people: count,
      counts: z.array(count).describe("In the order of the columns."),
    }),
    z.strictObject({ status: z.literal("nearly-all"), people: count, columns: z.array(z.string()) }),
    z.strictObject({ status: z.literal("withheld") }),
  ])
  .describe("Nearly all: everybody, or all but a few, chose one of these columns.");
const told = z
  .discriminatedUnion("status", [
    z.strictObject({ status: z.literal("people"), people: count }),
    z.strictObject({ status: z.literal("nearly") }),
    z.strictObject({ status: z.literal("withheld") }),
  ])
  .describe("Nearly: as many as took the step before it, or at most four fewer.");
const howFar = z
  .array(told)
  .describe("In the order invited, signed up, admitted, took part, wrote, chose, behind a need that a text rests on.");
const figures = z.strictObject({
  total: line.describe("In the order agree, disagree, skip, not-my-field; or fits, conditions, not."),
  columns: z
    .array(z.array(z.string()))
    .describe("Of the rows by field and party: answers of few people are joined with another."),
  fields: z.array(z.strictObject({ field: z.string().nullable(), line })),
  parties: z.array(z.strictObject({ party: z.string().nullable(), line })),
});
const tested = {
  verdict: z.enum(["too-few", "contested", "does-not-hold", "confirmed", "under-conditions", "undecided"]),
  text: z.string().nullable(),
  source: z.string().nullable(),
  ballots: figures,
  fits: figures,
  conditions: z.array(words),
  examples: z.array(words),
};
const aimed = z.strictObject({ name: z.string(), target: count.nullable() });
const moment = z.iso.datetime();

/** What `gegevens.json` of a version holds. Keys are added, never taken away or given another meaning. */
export const openDataShape = z.strictObject({
  dialogue: z.string(),
  version: count.nullable().describe("null: a draft."),
  edition: z.string().nullable().describe("What the version is called: 1.0, 1.1 and so on."),
  publishedAt: moment.nullable(),
  hash: z.string().describe("SHA-256 over the content of the version, with figures and without words of participants."),
  sessions: z.array(z.strictObject({ title: z.string(), startsAt: z.string(), endsAt: z.string() })),
  introduction: z.string(),
  conclusions: z.string(),
  texts: z.array(z.strictObject({ place: z.string(), text: z.string(), cited: z.array(words) })),
  counted: z
    .strictObject({ words: z.string(), taken: z.string(), marks: z.string().nullable() })
    .nullable()
    .describe("When what stands here was put together."),
  agreed: z.array(z.strictObject({ part: z.string(), people: count })),
  minorityNotes: z.array(
    z.strictObject({
      number: count,
      part: z.string(),
      status: z.enum(["there", "gone"]),
      text: z.string().nullable(),
      answer: z.string().nullable(),
      people: count.nullable(),
      fewerThanFive: z.boolean(),
      names: z.array(z.string()).describe("Of those who chose to be named."),
      fields: z.array(z.string().nullable()),
    }),
  ),
  fields: z.array(aimed),
  parties: z.array(aimed),
  taken: z.strictObject({
    total: size,
    fields: z.array(z.strictObject({ field: z.string().nullable(), size })),
    parties: z.array(z.strictObject({ party: z.string().nullable(), size })),
    cells: z.array(z.strictObject({ field: z.string().nullable(), party: z.string().nullable(), size })),
    areas: z.array(z.strictObject({ name: z.string(), size })),
    towns: z
      .array(z.strictObject({ name: z.string(), province: z.string(), people: count }))
      .describe("Municipalities of which the number may be told; told once, in the first version."),
    rowsAt: z.string().nullable().describe("When the rows were counted, where only the total could be told anew."),
    heard: z
      .strictObject({
        at: z.string(),
        all: howFar,
        fields: z.array(z.strictObject({ field: z.string().nullable(), told: howFar })),
        parties: z.array(z.strictObject({ party: z.string().nullable(), told: howFar })),
        areas: z.array(z.strictObject({ name: z.string(), told: howFar })),
        steps: z.array(z.strictObject({ title: z.string(), told })),
      })
      .nullable()
      .describe("How many people came how far."),
  }),
  works: z.array(words),
  chafes: z.array(words),
  suggestions: z.array(words),
  themes: z.array(
    z.strictObject({ name: z.string(), description: z.string(), people: count, fields: count, needs: z.array(words) }),
  ),
  needsWithoutTheme: z.array(words),
  priorities: z
    .strictObject({
      themes: z.array(
        z.strictObject({
          name: z.string().nullable().describe("null: needs without a theme together."),
          marks: count,
          needs: z.array(z.strictObject({ number: count, marks: count })),
        }),
      ),
      withheld: count.describe("Themes with marks of fewer than five people."),
    })
    .nullable(),
  insights: z.array(
    z.strictObject({
      number: count,
      ...tested,
      version: count.nullable(),
      changedBecause: z.string().nullable(),
      earlier: z.array(z.strictObject({ version: count, text: z.string(), changedBecause: z.string().nullable() })),
    }),
  ),
  analysis: z.string().nullable().describe("By this number the analysis can be computed again where the ballots are."),
  results: z.looseObject({ status: z.string(), method: count, seed: z.number(), people: count }).nullable(),
  notes: z.array(z.intersection(z.looseObject({ group: count.nullable(), step: z.string() }), z.looseObject({ number: count }))),
  programme: z
    .strictObject({
      items: z.array(
        z.strictObject({
          number: count,
          title: z.string(),
          text: z.string(),
          kind: z.enum(itemKinds),
          state: z.enum(itemStates),
          acts: z.string().describe("Which organisation does it."),
          fields: z.array(z.string()).describe("For whom; none: for everybody."),
          parties: z.array(z.string()),
          themes: z.array(z.string().nullable()),
          insights: z.array(count).describe("Numbers of the insights that it answers."),
          needs: z.array(count).describe("Numbers of the needs in its themes."),
        }),
      ),
      answers: z.array(
        z.strictObject({ theme: z.string().nullable(), verdict: z.enum(verdicts), reason: z.string(), item: count.nullable() }),
      ),
    })
    .nullable()
    .describe("The programme as it stood when this version came out; null while it was not open."),
  source: z.string().nullable(),
  licence: z.string(),
});

/** JSON Schema, draft 2020-12. @param address where it can be had */
export const openDataSchema = (address: string) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: address,
  title: "Verslag van een dialoog, als gegevens",
  ...z.toJSONSchema(openDataShape, { target: "draft-2020-12", reused: "ref" }),
});
