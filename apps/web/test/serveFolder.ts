import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** A server of one folder, and how to end it. */
export interface FolderServer {
  /** Ends in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder as any plain static server does, with no header but the type.
 *
 * @param path under which the folder appears, so that nothing may count on the root
 */
export async function serveFolder(folder: string, path: string = "/some/where/"): Promise<FolderServer> {
  const server = createServer((request, response) => {
    const [name = ""] = (request.url ?? "").split("?", 1);
    const file = join(folder, normalize(`/${decodeURI(name).slice(path.length)}`));
    const send = async (): Promise<void> => {
      const found = name.startsWith(path) ? await stat(file).catch(() => undefined) : undefined;
      const target = found?.isDirectory() ? join(file, "index.html") : file;
      if (!found) return void response.writeHead(404).end();
      response.writeHead(200, { "Content-Type": types[extname(target)] ?? "application/octet-stream" });
      createReadStream(target).pipe(response);
    };
    void send();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${path}`, close: () => end(server) };
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
