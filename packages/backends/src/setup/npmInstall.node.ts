import type { Setup } from "./Setup.node.ts";

/** Installs packages into the workshop; none of their scripts runs. */
export async function npmInstall(setup: Setup, packages: readonly string[]): Promise<void> {
  await setup.step(`get ${packages.join(" and ")} from npm`, async () => {
    await setup.run("npm", [
      "install",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--no-package-lock",
      ...packages,
    ]);
    return "";
  });
}
