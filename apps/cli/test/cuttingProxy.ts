import { connect, createServer, type AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/**
 * Starts a server that passes everything on, but breaks the first connection off when it has brought so many bytes.
 *
 * @param url what it stands before
 * @returns its address
 */
export async function cuttingProxy(url: string, bytes: number): Promise<string> {
  let first = true;
  const proxy = createServer((client) => {
    const upstream = connect(Number(new URL(url).port), "127.0.0.1");
    const cutAt = first ? bytes : Number.POSITIVE_INFINITY;
    first = false;
    let brought = 0;
    client.on("error", () => upstream.destroy()).pipe(upstream);
    upstream.on("error", () => client.destroy());
    upstream.on("end", () => client.end());
    upstream.on("data", (piece: Buffer) => {
      brought += piece.length;
      if (brought < cutAt) {
        client.write(piece);
      } else {
        client.destroy();
        upstream.destroy();
      }
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void proxy.close());
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/`;
}
