import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { onTestFinished } from "vitest";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

/** Headers that give a page threads. */
const isolated = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";

/** A way to serve a page. */
export interface Serving {
  readonly how: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly threads: boolean;
}

/** How pages are served: what is said of it, the headers, and the threads that the page then gets on two cores or more. */
export const servings: readonly Serving[] = [
  { how: "plain", headers: {}, threads: false },
  { how: "isolated", headers: isolated, threads: true },
  {
    how: "isolated, strict CSP with blob: workers",
    headers: { ...isolated, "Content-Security-Policy": `${policy} blob:` },
    threads: true,
  },
  {
    how: "isolated, strict CSP without blob:",
    headers: { ...isolated, "Content-Security-Policy": policy },
    threads: false,
  },
];

/**
 * Serves a folder with nothing but the right content types, and the headers that are given.
 *
 * @returns the address
 */
export async function serve(folder: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const type = types[extname(path)] ?? "application/octet-stream";
    readFile(join(folder, normalize(path))).then(
      (bytes) => response.writeHead(200, { "Content-Type": type, ...headers }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
