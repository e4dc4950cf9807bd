import type { TaskList } from "graphile-worker";
import { remindCommitments } from "./network/asks/commitments.server.ts";
import { sweepConsultations } from "./network/circles/circles.server.ts";
import { sweepHeld } from "./network/consultation/consultation.server.ts";
import { prepareDigests } from "./network/digest/digest.server.ts";
import { filesOf } from "./network/library/file-tools.server.ts";
import { tidyFiles } from "./network/library/files.server.ts";
import { readNeeds } from "./network/people/needs.server.ts";
import { base as api } from "./organisation/api/resources.ts";
import { archiveAudit } from "./organisation/audit/archive.server.ts";
import { sealAudit } from "./organisation/audit/seal.server.ts";
import { isAsSealed } from "./organisation/audit/verify.server.ts";
import { type SignInAsked, sendSignIn } from "./organisation/sign-in/sign-in.server.ts";
import type { DialogueId, MailId } from "./platform/ids.ts";
import { matchMailJobs } from "./platform/mail/mail-jobs.server.ts";
import { pickUpLost } from "./platform/mail/outbox.server.ts";
import { makePostman } from "./platform/mail/send.server.ts";
import type { Services } from "./platform/services.server.ts";
import { forgetEvents, sendDue } from "./platform/webhooks/deliver.server.ts";
import { sourceOf } from "./platform/webhooks/event.ts";
import { makePostOut } from "./platform/webhooks/post-out.server.ts";
import { tidyRegistrations } from "./prepare/registration/form/tidy.server.ts";
import { sendLostLink } from "./prepare/registration/my-page/lost-link.server.ts";
import { letGo } from "./privacy/retention/retention.server.ts";
import { sendProgrammeNews } from "./programme/news/news.server.ts";
import { remindOwners } from "./programme/owners/remind.server.ts";
import { tendRehearsals, tickRehearsal } from "./rehearsal/run.server.ts";
import { type Asked, setAhead } from "./report/export/pdf-job.server.ts";
import { analyseInTurn, askForAll } from "./session/analysis/analysis-watch.server.ts";

type Letters = Parameters<typeof makePostman>[1];

/** Table of contents: what happens by the clock. Several processes on one database do each once. */
export const timetable = `
* * * * * mail-lost ?max=1
* * * * * analysis-lost ?max=1
* * * * * audit-seal ?max=1
* * * * * rehearsal-tend ?max=1
* * * * * hooks ?max=1
53 3 * * * audit-archive
*/5 * * * * programme-news ?max=1
7 6 * * * programme-remind
23 3 * * * registration-tidy
13 4 * * * retention
43 4 * * * hooks-forget
17 5 * * * network-digest
27 5 * * * network-commitments
37 5 * * * network-circles
*/10 * * * * network-files ?max=1
*/5 * * * * network-needs ?max=1
`;

/** Table of contents: every job by its name. */
export function tasks(services: Services, letters: Letters): TaskList {
  return traced(taskList(services, letters), services.traces);
}

/** Tells of each how long it took, where somebody collects that. */
function traced(list: TaskList, traces: Services["traces"]): TaskList {
  if (!traces) return list;
  return Object.fromEntries(
    Object.entries(list).map(([name, run]) => [
      name,
      async (payload, helpers) => {
        const began = performance.now();
        let failed = true;
        try {
          await run?.(payload, helpers);
          failed = false;
        } finally {
          traces.ended({ name, kind: "job", ms: performance.now() - began, failed, attributes: {} });
        }
      },
    ]),
  );
}

function taskList(services: Services, letters: Letters): TaskList {
  const postman = makePostman(services, letters);
  const { origin, webhookHosts, eventSource } = services.environment;
  const delivering = {
    postOut: makePostOut(webhookHosts),
    source: sourceOf(eventSource, origin),
    api: origin + api,
    now: () => new Date(),
  };
  return {
    async analysis(payload) {
      const { dialogueId } = payload as { dialogueId: DialogueId };
      await analyseInTurn(services.db, dialogueId, services.analyst.update);
    },
    "analysis-lost": () => askForAll(services.db, "15 minutes"),
    "audit-archive": async () => {
      await archiveAudit(services.db, isAsSealed);
    },
    "audit-seal": async () => {
      await sealAudit(services.db);
    },
    "report-pdf": (payload) => setAhead(services.db, payload as Asked, services.environment.siteName),
    hooks: async () => {
      await sendDue(services.db, delivering);
    },
    "hooks-forget": async () => {
      await forgetEvents(services.db, new Date(Date.now() - 90 * 24 * 3_600_000));
    },
    async mail(payload, { job }) {
      const { id } = payload as { id: MailId };
      try {
        await postman.send(id);
      } catch (error) {
        if (job.attempts >= job.max_attempts) await postman.giveUp(id);
        throw error;
      }
    },
    "mail-jobs": () => matchMailJobs(services.db),
    "mail-lost": async () => {
      await services.db.transaction(pickUpLost);
    },
    "network-needs": async () => {
      await readNeeds(services.db);
    },
    "network-files": async () => {
      await tidyFiles(services.db, filesOf(services.environment).store);
    },
    "network-circles": async () => {
      await sweepConsultations(services.db, new Date());
      await sweepHeld(services.db, new Date());
    },
    "network-commitments": async () => {
      await remindCommitments(services.db, new Date());
    },
    "network-digest": async () => {
      await prepareDigests(services.db, new Date());
    },
    "programme-news": async () => {
      await sendProgrammeNews(services.db, new Date());
    },
    "programme-remind": async () => {
      await remindOwners(services.db, new Date());
    },
    rehearsal: (payload) => tickRehearsal(services, (payload as { dialogueId: DialogueId }).dialogueId),
    "rehearsal-tend": () => tendRehearsals(services.db, new Date()),
    "registration-link": async (payload) => {
      const { dialogueId, mail } = payload as { dialogueId: DialogueId; mail: string };
      await sendLostLink(services.db, dialogueId, mail, new Date());
    },
    "sign-in-link": (payload) => sendSignIn(services.db, payload as SignInAsked, new Date()),
    "registration-tidy": () => tidyRegistrations(services.db),
    retention: async () => {
      await letGo(services.db, new Date());
    },
  };
}
