/**
 * Hands over files that are dropped anywhere on the page, where the browser would leave the app and show them.
 *
 * @returns what ends it
 */
export function receiveDrops(open: (files: FileList) => void): () => void {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  };
  const drop = (event: DragEvent): void => {
    const { files } = event.dataTransfer ?? {};
    if (!files || files.length === 0) return;
    event.preventDefault();
    open(files);
  };
  globalThis.addEventListener("dragover", over);
  globalThis.addEventListener("drop", drop);
  return () => {
    globalThis.removeEventListener("dragover", over);
    globalThis.removeEventListener("drop", drop);
  };
}
