import type { SweepEngine } from "./SweepEngine.ts";
import { jobName } from "./jobName.ts";
import { shellWords } from "./shellWords.ts";

/** Slurm's job arrays. The most that a cluster takes is its MaxArraySize, 1,001 unless it was raised (slurm.conf). */
export const slurm: SweepEngine = {
  name: "slurm",
  title: "Slurm",
  indexVariable: "SLURM_ARRAY_TASK_ID",
  submission: ({ name, entries }, { planFile, jobs, threads, command }) => ({
    ending: ".sbatch",
    submit: (file) => shellWords(["sbatch", file]),
    text: `#!/bin/sh
# ${entries.length} trainings, a task each. Submit it again to run what is left: what is done is skipped, what was interrupted goes on.
#SBATCH --job-name=${jobName(name)}
#SBATCH --array=0-${entries.length - 1}%${jobs}
#SBATCH --cpus-per-task=${threads}
#SBATCH --output=${jobName(name)}-%a.log
#SBATCH --open-mode=append
#SBATCH --requeue
exec ${shellWords([...command, "sweep", "run", planFile])} --threads ${threads}
`,
  }),
};
