import type { SweepEngine } from "./SweepEngine.ts";
import { kubernetes } from "./kubernetes.ts";
import { parallel } from "./parallel.ts";
import { slurm } from "./slurm.ts";
import { snakemake } from "./snakemake.ts";

/** All engines that are known: those that a submission is written for first. */
export const engines: readonly SweepEngine[] = [
  slurm,
  kubernetes,
  parallel,
  snakemake,
  { name: "aws-batch", title: "AWS Batch", indexVariable: "AWS_BATCH_JOB_ARRAY_INDEX" },
  { name: "cloud-run", title: "Cloud Run jobs", indexVariable: "CLOUD_RUN_TASK_INDEX" },
  { name: "google-batch", title: "Google Cloud Batch", indexVariable: "BATCH_TASK_INDEX" },
  { name: "pbs", title: "PBS", indexVariable: "PBS_ARRAY_INDEX" },
  { name: "grid-engine", title: "Grid Engine", indexVariable: "SGE_TASK_ID", firstIndex: 1 },
  { name: "lsf", title: "LSF", indexVariable: "LSB_JOBINDEX", firstIndex: 1 },
];
