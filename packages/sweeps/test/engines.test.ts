import { expect, it } from "vitest";
import { parse } from "yaml";
import { engines, parseAxis, parseSeeds, planSweep } from "../src/index.ts";

const plan = await planSweep({
  name: "Rates of MNIST, 2nd try!",
  base: { recipe: "digits-cnn" },
  axes: [parseAxis("learningRate=0.1,0.01,0.001")],
  seeds: parseSeeds("1..8"),
});

const options = { planFile: "my plan.json", jobs: 2, threads: 4, command: ["npx", "minibatch"] };

function submissionOf(name: string) {
  const submission = engines.find((engine) => engine.name === name)?.submission?.(plan, options);
  if (!submission) throw new Error(`${name} writes no submission`);
  return submission;
}

it("slurm.submission(plan, options) is an array of as many tasks as entries", () => {
  const { text, ending, submit } = submissionOf("slurm");
  expect(text.startsWith("#!/bin/sh\n")).toBe(true);
  expect(text).toContain("#SBATCH --array=0-23%2\n");
  expect(text).toContain("#SBATCH --cpus-per-task=4\n");
  expect(text).toContain("#SBATCH --job-name=rates-of-mnist-2nd-try\n");
  expect(text).toContain("exec npx minibatch sweep run 'my plan.json' --threads 4\n");
  expect(submit(`plan${ending}`)).toBe("sbatch plan.sbatch");
});

it("kubernetes.submission(plan, options) is an Indexed Job of batch/v1, with the fields that its schema has", () => {
  const job = parse(submissionOf("kubernetes").text) as Record<string, unknown>;
  // Names and types as in the OpenAPI document of Kubernetes 1.29 and newer (batch/v1 Job, core/v1 PodSpec and Container).
  expect(job).toEqual({
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: expect.stringMatching(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/) },
    spec: {
      completionMode: "Indexed",
      completions: 24,
      parallelism: 2,
      backoffLimitPerIndex: 3,
      maxFailedIndexes: 24,
      template: {
        spec: {
          restartPolicy: "Never",
          containers: [
            {
              name: "minibatch",
              image: "node:22-slim",
              workingDir: "/sweep",
              command: ["npx", "minibatch", "sweep", "run", "my plan.json", "--threads", "4"],
              resources: { requests: { cpu: "4", memory: "2Gi" } },
              volumeMounts: [{ name: "sweep", mountPath: "/sweep" }],
            },
          ],
          volumes: [{ name: "sweep", persistentVolumeClaim: { claimName: "sweep" } }],
        },
      },
    },
  });
});

it("parallel.submission(plan, options) hands each index over", () => {
  const { text } = submissionOf("parallel");
  expect(text).toContain("seq 0 23 | parallel --jobs 2 --line-buffer");
  expect(text).toContain("npx minibatch sweep run 'my plan.json' --threads 4 --index {}\n");
});

it("snakemake.submission(plan, options) marks what is done beside the runs, which Snakemake would delete", () => {
  const { text, submit } = submissionOf("snakemake");
  expect(text).toContain('touch("my plan.snakemake/{index}")');
  expect(text).toContain("range(24)");
  expect(text).toContain("sweep run 'my plan.json' --threads {threads} --index {wildcards.index}");
  expect(submit("plan.smk")).toBe("snakemake --snakefile plan.smk --keep-going --cores 8");
});

it("engines have names and variables of their own", () => {
  const variables = engines.flatMap(({ indexVariable }) => indexVariable ?? []);
  expect(new Set(variables).size).toBe(variables.length);
  expect(new Set(engines.map(({ name }) => name)).size).toBe(engines.length);
});
