import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldId, PartyId } from "../../../platform/ids.ts";
import { type RegistrationLists, type RegistrationRead, readRegistration } from "./registration.ts";

const lists: RegistrationLists = {
  fields: [{ id: "housing" as FieldId }, { id: "school" as FieldId }],
  parties: [
    { id: "practice" as PartyId, organisationOptional: false },
    { id: "resident" as PartyId, organisationOptional: true },
  ],
  areaOf: (typed) => (typed === "GM0599" || typed.toLowerCase() === "rotterdam" ? { code: "GM0599", year: 2025 } : null),
  privacyVersion: 3,
};
const right = {
  name: "Noor Verhagen",
  mail: "noor@example.nl",
  organisation: "Zorggroep De Linde",
  function: "wijkverpleegkundige",
  party: "practice",
  field: "housing",
  area: "GM0599",
  brings: "",
  accessNeeds: "",
  shownAs: "function",
  licence: "on",
  privacyVersion: "3",
};

function read(change: Record<string, string | string[] | undefined> = {}): RegistrationRead {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...right, ...change }))
    for (const one of [value ?? []].flat()) form.append(name, one);
  return readRegistration(form, lists);
}
function value(change: Parameters<typeof read>[0] = {}) {
  const outcome = read(change);
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome.errors));
  return outcome.value;
}
function errors(change: Parameters<typeof read>[0] = {}) {
  const outcome = read(change);
  return outcome.status === "errors" ? outcome.errors : {};
}

describe("a form that is right", () => {
  test("is read as it is", () => {
    expect(value()).toEqual({
      name: "Noor Verhagen",
      mail: "noor@example.nl",
      organisation: "Zorggroep De Linde",
      function: "wijkverpleegkundige",
      party: "practice",
      field: "housing",
      otherFields: [],
      area: { code: "GM0599", year: 2025 },
      brings: "",
      accessKinds: [],
      accessNeeds: "",
      shownAs: "function",
      licence: true,
      privacyVersion: 3,
    });
  });

  test("other fields come once and without the main one", () => {
    expect(value({ otherFields: ["school", "housing", "school"] }).otherFields).toEqual(["school"]);
  });

  test("an area may be left out, or typed by name", () => {
    expect(value({ area: undefined }).area).toBeNull();
    expect(value({ area: " Rotterdam " }).area?.code).toBe("GM0599");
    expect(errors({ area: "Rotterdm" })).toEqual({ area: "unknown" });
  });

  test("mail is trimmed and in lower case, text in one form", () => {
    expect(value({ mail: " Noor@Example.NL\t" }).mail).toBe("noor@example.nl");
    expect(value({ name: "Zoe\u0308  van\u0000 Dijk" }).name).toBe("Zoë van Dijk");
    expect(value({ brings: "een\r\ntwee\u0007\t🙂" }).brings).toBe("een\ntwee\t🙂");
  });
});

describe("what is wrong", () => {
  test("an empty form names what is needed, in the order of the form, and no organisation yet", () => {
    const empty = readRegistration(new FormData(), lists);
    expect(empty.status === "errors" && Object.entries(empty.errors)).toEqual([
      ["name", "missing"],
      ["mail", "missing"],
      ["party", "missing"],
      ["field", "missing"],
      ["shownAs", "missing"],
      ["licence", "missing"],
      ["privacyVersion", "changed"],
    ]);
  });

  test("organisation and function are asked, but not of residents and volunteers", () => {
    expect(errors({ organisation: " ", function: "" })).toEqual({ organisation: "missing", function: "missing" });
    expect(value({ party: "resident", organisation: "", function: "" })).toMatchObject({ organisation: "", function: "" });
    expect(errors({ organisation: "", mail: "x" })).toEqual({ mail: "invalid", organisation: "missing" });
  });

  test("a mail address has to be one", () => {
    for (const mail of ["noor", "noor@nl", "a b@example.nl", "noor@example.nl,x@example.nl", `${"a".repeat(250)}@example.nl`])
      expect(errors({ mail })).toEqual({ mail: "invalid" });
  });

  test("what is not on the lists is unknown", () => {
    expect(errors({ party: "x", field: "y", otherFields: ["z"], shownAs: "loud" })).toEqual({
      party: "unknown",
      field: "unknown",
      otherFields: "unknown",
      shownAs: "unknown",
    });
  });

  test("length counts what people see: an emoji is one, a line end is one", () => {
    expect(value({ name: "🙂".repeat(120) }).name).toHaveLength(240);
    expect(errors({ name: "🙂".repeat(121) })).toEqual({ name: "too-long" });
    expect(value({ brings: `${"a".repeat(499)}\r\n${"b".repeat(500)}` }).brings).toHaveLength(1000);
    expect(errors({ brings: "a".repeat(1001) })).toEqual({ brings: "too-long" });
  });

  test("access needs are kept only with their own consent", () => {
    expect(errors({ accessNeeds: "gebarentolk" })).toEqual({ accessConsent: "consent" });
    expect(errors({ accessKinds: ["captions"] })).toEqual({ accessConsent: "consent" });
    expect(value({ accessKinds: ["captions"], accessConsent: "on" }).accessKinds).toEqual(["captions"]);
    expect(value({ accessNeeds: "gebarentolk", accessConsent: "on" }).accessNeeds).toBe("gebarentolk");
    expect(value({ accessNeeds: " \n ", accessConsent: "on" }).accessNeeds).toBe("");
    expect(errors({ accessNeeds: "a".repeat(1001), accessConsent: "on" })).toEqual({ accessNeeds: "too-long" });
  });

  test("an older privacy text has to be read again", () => {
    expect(errors({ privacyVersion: "2" })).toEqual({ privacyVersion: "changed" });
  });

  test("the licence is never taken for granted", () => {
    expect(errors({ licence: undefined })).toEqual({ licence: "missing" });
  });

  test("everything typed comes back just so", () => {
    const outcome = read({ name: "", brings: "  een\r\ntwee 🙂", otherFields: ["school", "x"], accessConsent: "on" });
    expect(outcome.status === "errors" && outcome.typed).toMatchObject({
      name: "",
      mail: "noor@example.nl",
      brings: expect.stringContaining("twee 🙂"),
      otherFields: ["school", "x"],
      accessConsent: "on",
      licence: "on",
    });
  });
});

test("whatever is posted is read or refused, never thrown, and nothing read is too long or holds control characters", () => {
  const anything = fc.string({ unit: "binary", maxLength: 200 });
  fc.assert(
    fc.property(anything, anything, anything, (name, brings, mail) => {
      const outcome = read({ name, brings, mail, otherFields: [brings] });
      if (outcome.status === "errors") expect(Object.keys(outcome.errors).length).toBeGreaterThan(0);
      const rest = read({ name, brings });
      if (rest.status !== "ok") return;
      expect([...rest.value.name].length).toBeLessThanOrEqual(120);
      expect(rest.value.name + rest.value.brings).not.toMatch(/[^\P{Cc}\n\t]/u);
    }),
  );
});
