import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/**
 * Starts a Slurm of one node on this machine, without systemd, munge, or an account: for root in a container, with Debian's packages slurmctld,
 * slurmd, slurm-client and slurm-wlm-basic-plugins.
 *
 * @param {string} folder where it keeps all it writes
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> } | undefined>} the environment for sbatch and its like; `undefined`
 *   where there is no Slurm
 */
export async function startSlurm(folder) {
  const missing = ["slurmctld", "slurmd", "sbatch", "sinfo", "scancel"].find((program) => !isThere(program));
  if (missing !== undefined || process.getuid?.() !== 0) return undefined;
  for (const name of ["state", "spool"]) mkdirSync(join(folder, name), { recursive: true });
  const [control, node] = [await freePort(), await freePort()];
  const config = join(folder, "slurm.conf");
  writeFileSync(config, configOf(folder, control, node));
  const env = { ...process.env, SLURM_CONF: config };
  const daemons = [
    spawn("slurmctld", ["-D", "-f", config], { env, stdio: "ignore" }),
    spawn("slurmd", ["-D", "-f", config, "-N", hostname()], { env, stdio: "ignore" }),
  ];
  const stop = async () => {
    for (const daemon of daemons) daemon.kill("SIGTERM");
    await setTimeout(500);
    for (const daemon of daemons) daemon.kill("SIGKILL");
    rmSync(join(folder, "spool"), { recursive: true, force: true });
  };
  for (let tries = 0; tries < 120; tries += 1) {
    if (stateOf(env) === "idle") return { env, stop };
    await setTimeout(500);
  }
  await stop();
  throw new Error("Slurm did not come up within a minute");
}

function isThere(program) {
  try {
    execFileSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The state of the node; undefined while nobody answers. */
function stateOf(env) {
  try {
    return execFileSync("sinfo", ["-h", "-o", "%t"], {
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 5000,
    }).trim();
  } catch {
    return undefined;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function configOf(folder, control, node) {
  const host = hostname();
  return `ClusterName=everywhere
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${control}
SlurmdPort=${node}
AuthType=auth/none
CredType=cred/none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
SlurmUser=root
SlurmdUser=root
ReturnToService=2
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
StateSaveLocation=${join(folder, "state")}
SlurmdSpoolDir=${join(folder, "spool")}
SlurmctldPidFile=${join(folder, "slurmctld.pid")}
SlurmdPidFile=${join(folder, "slurmd.pid")}
SlurmctldLogFile=${join(folder, "slurmctld.log")}
SlurmdLogFile=${join(folder, "slurmd.log")}
NodeName=${host} NodeAddr=127.0.0.1 CPUs=${Math.max(2, availableParallelism())} State=UNKNOWN
PartitionName=all Nodes=${host} Default=YES MaxTime=INFINITE State=UP
`;
}
