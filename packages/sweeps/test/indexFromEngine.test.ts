import { expect, it } from "vitest";
import { indexFromEngine } from "../src/index.ts";

it.each([
  ["SLURM_ARRAY_TASK_ID", "3", "slurm", 3],
  ["JOB_COMPLETION_INDEX", "0", "kubernetes", 0],
  ["AWS_BATCH_JOB_ARRAY_INDEX", "12", "aws-batch", 12],
  ["CLOUD_RUN_TASK_INDEX", "1", "cloud-run", 1],
  ["BATCH_TASK_INDEX", "1", "google-batch", 1],
  ["PBS_ARRAY_INDEX", "5", "pbs", 5],
  ["SGE_TASK_ID", "1", "grid-engine", 0],
  ["LSB_JOBINDEX", "2", "lsf", 1],
])("indexFromEngine(env) reads %s", (variable, value, name, index) => {
  const found = indexFromEngine({ PATH: "/bin", [variable]: value });
  expect(found?.engine.name).toBe(name);
  expect(found?.index).toBe(index);
});

it.each([{}, { SLURM_ARRAY_TASK_ID: "" }, { SGE_TASK_ID: "undefined" }, { LSB_JOBINDEX: "0" }])(
  "indexFromEngine(%j) finds none outside of an array",
  (env) => {
    expect(indexFromEngine(env)).toBeUndefined();
  },
);

it("indexFromEngine(env) refuses what is no index, and engines that contradict each other", () => {
  expect(() => indexFromEngine({ SLURM_ARRAY_TASK_ID: "-1" })).toThrow(
    'SLURM_ARRAY_TASK_ID should hold the index of an entry, and it is "-1".',
  );
  expect(() => indexFromEngine({ SLURM_ARRAY_TASK_ID: "1", JOB_COMPLETION_INDEX: "2" })).toThrow(
    "say which with --index",
  );
  expect(indexFromEngine({ SLURM_ARRAY_TASK_ID: "2", JOB_COMPLETION_INDEX: "2" })?.index).toBe(2);
});
