/** The folder in which the runs of a plan are: `plan.json` has `plan`. */
export function sweepFolder(planFile: string): string {
  const bare = planFile.replace(/\.json$/i, "");
  // A plan without an ending cannot have a folder of its own name beside it.
  return bare === planFile ? `${planFile}.runs` : bare;
}
