import { shellWords } from "./shellWords.ts";
import type { SweepEngine } from "./SweepEngine.ts";

/**
 * Snakemake, on whatever it submits to.
 *
 * It deletes the outputs of a rule before it runs it again, so its outputs are marks of its own and not the run folders, which have to stay
 * to be resumed.
 */
export const snakemake: SweepEngine = {
  name: "snakemake",
  title: "Snakemake",
  submission: ({ entries }, { planFile, jobs, threads, command }) => ({
    ending: ".smk",
    submit: (file) =>
      `${shellWords(["snakemake", "--snakefile", file])} --keep-going --cores ${jobs * threads}`,
    text: `# ${entries.length} trainings, a job each. Run it again to do what is left.
rule all:
    input:
        expand("${marks(planFile)}/{index}", index=range(${entries.length}))

rule entry:
    output:
        touch("${marks(planFile)}/{index}")
    threads: ${threads}
    shell:
        ${JSON.stringify(`${shellWords([...command, "sweep", "run", planFile])} --threads {threads} --index {wildcards.index}`)}
`,
  }),
};

function marks(planFile: string): string {
  return `${planFile.replace(/\.json$/i, "")}.snakemake`;
}
