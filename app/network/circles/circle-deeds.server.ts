import { z } from "zod";
import { objection } from "../../method/guard/weigh.ts";
import type { Db } from "../../platform/database/change.server.ts";
import type { CircleDateId, CircleId, CommitmentId, NoteId } from "../../platform/ids.ts";
import type { At } from "../people/members.server.ts";
import { type DateAnswer, dateAnswers, noteShape, placeShape, readOptions } from "./circle.ts";
import { answerDates, listDates, proposeDates, setMeeting } from "./circle-dates.server.ts";
import { addNote, tieCommitment } from "./circle-notes.server.ts";
import { endCircle, joinCircle, leaveCircle } from "./circles.server.ts";

type Done =
  | { readonly ok: true; readonly said: string; readonly left?: true }
  | { readonly ok: false; readonly field: string; readonly code: string; readonly text: string; readonly guarded: boolean };

const no = (field: string, code: string, text = "", guarded = false): Done => ({ ok: false, field, code, text, guarded });

/** What a form on the page of a circle asks for. @returns null when it asks for nothing that is there */
export async function doInCircle(db: Db, at: At, id: CircleId, form: FormData, now: Date): Promise<Done | null> {
  const one = (name: string) => String(form.get(name) ?? "");
  switch (form.get("doen")) {
    case "mee":
      await joinCircle(db, at, id);
      return { ok: true, said: "mee" };
    case "stop":
      await leaveCircle(db, at, id);
      return { ok: true, said: "gestopt", left: true };
    case "einde":
      if (form.get("zeker") !== "ja") return no("sure", "missing");
      await endCircle(db, at, id);
      return { ok: true, said: "opgeheven", left: true };
    case "notitie": {
      const read = noteShape.safeParse({ id: one("id"), text: one("text") });
      if (!read.success) return no("note", read.error.issues[0]?.message ?? "missing", one("text"));
      if (objection(form, ["text"])) return no("note", "", one("text"), true);
      await addNote(db, at, id, read.data.id as NoteId, read.data.text);
      return { ok: true, said: "bewaard" };
    }
    case "stel-voor": {
      const options = readOptions(form.getAll("dag").map(String), form.getAll("tijd").map(String), now);
      if (!options.ok) return no("dates", options.code);
      await proposeDates(db, at, id, options.at);
      return { ok: true, said: "voorgesteld" };
    }
    case "kan": {
      const dates = await listDates(db, id, at.personId);
      const answers = dates.flatMap((date): { date: CircleDateId; answer: DateAnswer }[] => {
        const answer = dateAnswers.find((known) => known === form.get(`kan-${date.id}`));
        return answer ? [{ date: date.id, answer }] : [];
      });
      await answerDates(db, at, id, answers);
      return { ok: true, said: "bewaard" };
    }
    case "prik": {
      const place = placeShape.safeParse(one("place"));
      if (!place.success) return no("place", "long", one("place"));
      const date = (await listDates(db, id, at.personId)).find((known) => known.id === form.get("date"));
      if (!date) return no("pick", "missing", one("place"));
      await setMeeting(db, at, id, { startsAt: date.startsAt, place: place.data });
      return { ok: true, said: "geprikt" };
    }
    case "koppel": {
      const commitment = z.uuid().safeParse(form.get("commitment"));
      if (!commitment.success) return null;
      await tieCommitment(db, at, id, commitment.data as CommitmentId);
      return { ok: true, said: "bewaard" };
    }
    default:
      return null;
  }
}
