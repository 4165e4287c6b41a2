import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { errorCode } from "../exitCode.ts";

/** A process that works on an entry shows that it lives once in so many milliseconds. */
const beatEvery = 10_000;

/** After so many milliseconds without a sign, a claim is nobody's: machines go away without saying so. */
const staleAfter = 120_000;

/** The right to work on an entry, until it is released. */
export interface Claim {
  /** Gives it back; never fails. */
  release(): Promise<void>;
}

/** Who works on an entry. */
export interface Claimant {
  readonly host: string;
  readonly pid: number;
  readonly token: string;
}

/**
 * Claims an entry for this process: of two, on one machine or on several with one file system, one gets it.
 *
 * A claim whose process was killed is taken over: at once on the same machine, after two minutes without a sign on another.
 *
 * @param folder the entry's; it is made when it is not there
 * @returns the claim, or who has it
 */
export async function claimEntry(folder: string): Promise<Claim | Claimant> {
  await mkdir(folder, { recursive: true });
  const file = claimFile(folder);
  const mine: Claimant = { host: hostname(), pid: process.pid, token: randomUUID() };
  if (await create(file, mine)) return claimOf(file, mine);
  const other = await claimantOf(folder);
  if (other !== undefined) return other;
  // Two may find the same dead claim: one of them clears it away, under a claim of its own.
  const clearing = `${file}.clearing`;
  if (!(await create(clearing, mine))) {
    if (await isOlderThan(clearing, staleAfter)) await rm(clearing, { force: true });
    return (await claimantOf(folder)) ?? mine;
  }
  try {
    if ((await claimantOf(folder)) === undefined) await rm(file, { force: true });
  } finally {
    await rm(clearing, { force: true });
  }
  if (await create(file, mine)) return claimOf(file, mine);
  return (await claimantOf(folder)) ?? mine;
}

/** Who works on an entry now; `undefined` when nobody does. */
export async function claimantOf(folder: string): Promise<Claimant | undefined> {
  const file = claimFile(folder);
  try {
    const claimant = JSON.parse(await readFile(file, "utf8")) as Claimant;
    if (claimant.host === hostname() && !isAlive(claimant.pid)) return undefined;
    return (await isOlderThan(file, staleAfter)) ? undefined : claimant;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    // Being written at this moment, or by a process that was killed while it wrote.
    const unknown = { host: "", pid: 0, token: "" };
    return (await isOlderThan(file, staleAfter)) ? undefined : unknown;
  }
}

function claimFile(folder: string): string {
  return join(folder, "claim.json");
}

async function create(file: string, claimant: Claimant): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(claimant), { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

function claimOf(file: string, { token }: Claimant): Claim {
  const beat = setInterval(() => {
    const now = new Date();
    void utimes(file, now, now).catch(() => undefined);
  }, beatEvery);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      const current = await readFile(file, "utf8").catch(() => "");
      // Somebody who took this process for dead has it now.
      if (current.includes(token)) await rm(file, { force: true }).catch(() => undefined);
    },
  };
}

async function isOlderThan(file: string, age: number): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > age;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There, but of another user.
    return errorCode(error) === "EPERM";
  }
}
