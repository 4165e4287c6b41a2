import type { SweepEngine } from "./SweepEngine.ts";
import { jobName } from "./jobName.ts";
import { shellWords } from "./shellWords.ts";

/** Kubernetes' Indexed Jobs (KEP-2214): a pod that fails comes back with the same index. */
export const kubernetes: SweepEngine = {
  name: "kubernetes",
  title: "Kubernetes",
  indexVariable: "JOB_COMPLETION_INDEX",
  submission: ({ name, entries }, { planFile, jobs, threads, command }) => ({
    ending: ".job.yaml",
    submit: (file) => shellWords(["kubectl", "apply", "--filename", file]),
    text: `# ${entries.length} trainings, a pod each. The claim "sweep" holds the plan and what comes of it; every pod writes to it (ReadWriteMany).
apiVersion: batch/v1
kind: Job
metadata:
  name: ${jobName(name)}
spec:
  completionMode: Indexed
  completions: ${entries.length}
  parallelism: ${Math.min(jobs, entries.length)}
  # One entry that fails leaves the others alone (Kubernetes 1.29).
  backoffLimitPerIndex: 3
  maxFailedIndexes: ${entries.length}
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: minibatch
          image: node:22-slim
          workingDir: /sweep
          command: ${JSON.stringify([...command, "sweep", "run", planFile, "--threads", String(threads)])}
          resources:
            requests:
              cpu: "${threads}"
              memory: 2Gi
          volumeMounts:
            - name: sweep
              mountPath: /sweep
      volumes:
        - name: sweep
          persistentVolumeClaim:
            claimName: sweep
`,
  }),
};
