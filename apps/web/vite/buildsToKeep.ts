/** The files of a build that are named after what is in them, each with its size in bytes. */
export type Build = Readonly<Record<string, number>>;

/** So many earlier builds are kept at most: a page that has been open for longer is told to reload. */
const mostBuilds = 5;
/** So many bytes all files together may have: about ten builds in which everything is new. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Chooses the builds whose files stay beside those of a new one.
 *
 * @param earlier the builds before, the newest first
 * @returns the new one, then those that stay, the newest first
 */
export function buildsToKeep(current: Build, earlier: readonly Build[]): Build[] {
  const names = (build: Build): string => Object.keys(build).sort().join();
  // Who builds the same again takes no earlier build away.
  const others = earlier.filter((build) => names(build) !== names(current)).slice(0, mostBuilds);
  const kept = [current];
  for (const build of others) {
    const files: Build = Object.assign({}, ...kept, build);
    if (Object.values(files).reduce((sum, bytes) => sum + bytes, 0) > mostBytes) break;
    kept.push(build);
  }
  return kept;
}
