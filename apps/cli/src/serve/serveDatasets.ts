import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CliError } from "../CliError.ts";
import { systemReason } from "../files/systemReason.ts";
import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import { datasetServer } from "./datasetServer.ts";
import type { ServeOptions } from "./ServeOptions.ts";
import { type ServerIndex, serverIndex } from "./serverIndex.ts";

/** Hands out the cache over HTTP until it is stopped; being stopped is how it ends well. */
export async function serveDatasets(options: ServeOptions, session: Session): Promise<Output> {
  const { port = 8080, host = "127.0.0.1" } = options;
  const { status, statusColour, cache, source, io } = session;
  if (port > 65_535) throw new CliError("INVALID_USAGE", `--port is at most 65535, got ${port}`);
  const index = await serverIndex(cache);
  const server = datasetServer({
    ...source,
    cache,
    onAnswer: (line) => status.print(statusColour.dim(line)),
  });
  const url = await listen(server, port, host);
  return {
    json: {
      url,
      cache: cache.folder,
      mirror: source.mirror ?? null,
      datasets: index.datasets.map(({ name, cached }) => ({ name, cached })),
    },
    text: () => startText(url, index, session),
    running: untilStopped(server, io.signal),
  };
}

async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  }).catch((cause: unknown) => {
    throw new CliError(
      "CANNOT_SERVE",
      `Nothing can be served at ${host}, port ${port}: ${systemReason(cause)}. Name another --port; --port 0 picks a free one.`,
      { cause },
    );
  });
  const { port: chosen, family, address } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${chosen}/`;
}

async function untilStopped(server: Server, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function startText(url: string, { datasets }: ServerIndex, session: Session): string {
  const { colour, commandLine, display, cache, source } = session;
  const missing = datasets.filter(({ cached }) => cached !== "yes").map(({ name }) => name);
  const lack =
    source.mirror === undefined
      ? `Not in the cache: ${missing.join(", ")}. To have it: ${colour.cyan(commandLine("datasets", "fetch", ...missing))}`
      : `Taken from ${source.mirror} when asked for: ${missing.join(", ")}`;
  return [
    `Serving ${display(cache.folder)} at ${colour.bold(url)} until Ctrl-C`,
    ...(missing.length > 0 ? [lack] : []),
    `Elsewhere, add ${colour.cyan(`--mirror ${url}`)} or set ${colour.cyan(`MINIBATCH_MIRROR=${url}`)}`,
    "",
  ].join("\n");
}
