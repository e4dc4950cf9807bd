import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files whose size tells least of how long they take, the longest first: what begins last must not be what takes longest. */
const longest = [
  "tests/walk.e2e.ts",
  "tests/check.e2e.ts",
  "tests/privacy.e2e.ts",
  "tests/themes.e2e.ts",
  "tests/limits.e2e.ts",
  "tests/lead.e2e.ts",
  "tests/trespass.e2e.ts",
  "tests/room.e2e.ts",
  "tests/roles.e2e.ts",
  "tests/needs-walk.e2e.ts",
  "tests/soak.e2e.ts",
  "tests/cockpit.e2e.ts",
  "tests/talk.e2e.ts",
  "tests/processes.e2e.ts",
  "tests/demo.e2e.ts",
  "tests/keyboard.e2e.ts",
  "tests/limits-text.e2e.ts",
  "tests/rehearsal.e2e.ts",
  "tests/headers.e2e.ts",
  "tests/media-livekit.e2e.ts",
  "tests/media.e2e.ts",
  "app/session/analysis/analysis-watch.db.test.ts",
  "cli/backup.db.test.ts",
  "cli/analyse.db.test.ts",
  "app/organisation/backup/backup.db.test.ts",
  "app/method/analysis/kinds.test.ts",
];

/** Those before the others of their project; the rest as Vitest has it, the largest first. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId, project }: TestSpecification) => {
      const at = longest.indexOf(path.relative(project.config.root, moduleId));
      return at < 0 ? longest.length : at;
    };
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((one) => sorted.filter(({ project }) => project === one).toSorted((a, b) => rank(a) - rank(b)));
  }
}
