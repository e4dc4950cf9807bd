import type { TaskList } from "graphile-worker";
import type { MailId } from "./ids.ts";
import { letters } from "./letters.server.ts";
import { makePostman } from "./mail/send.server.ts";
import type { Services } from "./services.server.ts";

/** Table of contents: every job by its name. */
export function tasks(services: Services): TaskList {
  const postman = makePostman(services, letters);
  return {
    async mail(payload, { job }) {
      const { id } = payload as { id: MailId };
      try {
        await postman.send(id);
      } catch (error) {
        if (job.attempts >= job.max_attempts) await postman.giveUp(id);
        throw error;
      }
    },
  };
}
