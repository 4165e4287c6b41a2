import { findDataset } from "@minibatch/datasets";

/** Where the server of the page hands out real datasets. */
function datasetMirror(base: string): string {
  return new URL("datasets/", base).href;
}

/** The names of the real datasets that the server of the page has. */
export async function datasetsOfServer(base: string): Promise<readonly string[]> {
  try {
    const response = await fetch(`${datasetMirror(base)}index.json`);
    const index = (await response.json()) as { readonly datasets?: readonly string[] };
    return index.datasets ?? [];
  } catch {
    // No network, or a server that answers with a page of its own: what is drawn or kept is there all the same.
    return [];
  }
}

/** How to load a dataset of this name here: nothing is asked of any other server. */
export function loadOptions(name: string, base: string): { readonly mirror?: string } {
  return findDataset(name).files.length > 0 ? { mirror: datasetMirror(base) } : {};
}
