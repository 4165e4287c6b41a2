import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A proxy and registry that counts who asks, and gives nothing. */
export interface Tap {
  readonly requests: readonly string[];
  /** What sends a runtime's requests here. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts a tap until the running test has finished. */
export async function countRequests(): Promise<Tap> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(503).end();
  });
  server.on("connect", (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.end("HTTP/1.1 503 Service Unavailable\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"].map((name) => [name, address]);
  const registries = ["NPM_CONFIG_REGISTRY", "npm_config_registry", "BUN_CONFIG_REGISTRY"];
  const environment = [...proxies, ...registries.map((name) => [name, `${address}/`])];
  return { requests, environment: { ...Object.fromEntries(environment), NO_PROXY: "", no_proxy: "" } };
}
