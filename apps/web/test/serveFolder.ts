import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { appHeaders } from "../vite/appHeaders.ts";

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
  /** Serves another folder from now on. */
  deploy(folder: string): void;
  close(): Promise<void>;
}

/** Real datasets that a server hands out beside the app. */
export interface ServedDatasets {
  /** The folder that they lie in, each in one of its name. */
  readonly mirror: string;
  readonly names: readonly string[];
}

/** How a folder is served. */
export interface ServeOptions {
  /**
   * Under which the folder appears, so that nothing may count on the root.
   *
   * @default "/some/where/"
   */
  readonly path?: string;
  /** @default none */
  readonly datasets?: ServedDatasets | undefined;
  /**
   * A line of script that stands before every other, such as one that takes something away that not every browser has.
   *
   * @default ""
   */
  readonly prelude?: string | undefined;
  /**
   * Whether the server is set up for the app, and sends {@link appHeaders}; a plain static one sends no header but the type.
   *
   * @default false
   */
  readonly headers?: boolean | undefined;
}

/** Serves a folder as a static server does. */
export async function serveFolder(folder: string, options: ServeOptions = {}): Promise<FolderServer> {
  const { path = "/some/where/", datasets, prelude = "", headers = false } = options;
  let served = folder;
  const server = createServer((request, response) => {
    const [name = ""] = (request.url ?? "").split("?", 1);
    const within = normalize(`/${decodeURI(name).slice(path.length)}`);
    const [, dataset] = /^\/datasets\/([^/]+)\//.exec(within) ?? [];
    const file =
      datasets && dataset !== undefined && datasets.names.includes(dataset)
        ? join(datasets.mirror, within.slice("/datasets".length))
        : join(served, within);
    const send = async (): Promise<void> => {
      if (datasets && within === "/datasets/index.json") {
        response.writeHead(200, { "Content-Type": "application/json" });
        return void response.end(JSON.stringify({ datasets: datasets.names }));
      }
      const found = name.startsWith(path) ? await stat(file).catch(() => undefined) : undefined;
      const target = found?.isDirectory() ? join(file, "index.html") : file;
      if (!found) return void response.writeHead(404).end();
      const type = types[extname(target)] ?? "application/octet-stream";
      response.writeHead(200, { ...(headers && appHeaders(target)), "Content-Type": type });
      if (target.endsWith(".js")) response.write(prelude);
      createReadStream(target).pipe(response);
    };
    void send();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    deploy(folder) {
      served = folder;
    },
    close: () => end(server),
  };
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
