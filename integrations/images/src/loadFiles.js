import { imageFolder } from "@minibatch/images";
import { makeFiles } from "./makeFiles.js";
import { summary } from "./summary.js";

/** Reads the files of a folder as an input element of a page gives them. */
export async function loadFiles() {
  const files = Object.entries(makeFiles()).map(([path, bytes]) =>
    Object.defineProperty(new File([bytes], path), "webkitRelativePath", { value: `pictures/${path}` }),
  );
  return summary(await imageFolder(files));
}
