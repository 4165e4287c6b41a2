/** What is sent to a closed port is freed at once, instead of when the collector comes by. */
let closedPort: MessagePort | undefined;

/** Frees the memory of an array that nobody needs any more: as garbage, several photographs of 48 MB would pile up. */
export function freeNow({ buffer }: Uint8Array | Uint8ClampedArray): void {
  if (closedPort === undefined) {
    closedPort = new MessageChannel().port1;
    closedPort.close();
  }
  try {
    closedPort.postMessage(undefined, [buffer as ArrayBuffer]);
  } catch {
    // A runtime keeps what it needs itself, such as the memory of a WebAssembly module.
  }
}
