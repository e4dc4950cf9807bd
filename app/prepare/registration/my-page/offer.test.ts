import { describe, expect, test } from "vitest";
import { invitedOffer, type OfferFacts, offerOf } from "./offer.ts";

const now = new Date("2026-04-01T10:00:00Z");
const open: OfferFacts = { dialogue: "open", session: "registration-open", closesAt: null, free: 3, mode: "automatic" };
const offer = (change: Partial<OfferFacts> = {}) => offerOf({ ...open, ...change }, now);

describe("what is said before the form is sent", () => {
  test("a place while there are places, then the waiting list", () => {
    expect(offer()).toBe("place");
    expect(offer({ free: 0 })).toBe("waiting-list");
  });

  test("where the organiser chooses, nobody is promised a place", () => {
    expect([offer({ mode: "selection" }), offer({ mode: "selection", free: 0 })]).toEqual(["selection", "selection"]);
  });

  test("not open yet, closed, over, cancelled", () => {
    expect(offer({ session: "planned" })).toBe("not-yet");
    expect(offer({ session: "registration-closed" })).toBe("closed");
    expect(offer({ session: "live" })).toBe("closed");
    expect(offer({ session: "ended" })).toBe("over");
    expect(offer({ session: "cancelled" })).toBe("cancelled");
    expect(offer({ dialogue: "harvest" })).toBe("closed");
  });

  test("it closes at the moment itself", () => {
    expect(offer({ closesAt: now })).toBe("closed");
    expect(offer({ closesAt: new Date(now.getTime() + 1) })).toBe("place");
  });

  test("an invitation holds before and after the registration is open for all", () => {
    expect(invitedOffer({ ...open, session: "planned", mode: "selection" })).toBe("place");
    expect(invitedOffer({ ...open, session: "registration-closed", free: 0 })).toBe("waiting-list");
    expect(invitedOffer({ ...open, session: "ended" })).toBe("over");
  });
});
