import type { SweepEngine } from "./SweepEngine.ts";
import { shellWords } from "./shellWords.ts";

/** GNU parallel: on this machine, or on others by `--sshlogin`. It counts from 1, so the index is handed over by name. */
export const parallel: SweepEngine = {
  name: "parallel",
  title: "GNU parallel",
  submission: ({ entries }, { planFile, jobs, threads, command }) => ({
    ending: ".parallel.sh",
    submit: (file) => shellWords(["sh", file]),
    text: `#!/bin/sh
# ${entries.length} trainings, ${jobs} at a time. Run it again to do what is left.
seq 0 ${entries.length - 1} | parallel --jobs ${jobs} --line-buffer \\
  ${shellWords([...command, "sweep", "run", planFile])} --threads ${threads} --index {}
`,
  }),
};
