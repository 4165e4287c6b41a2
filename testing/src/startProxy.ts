import { createServer, request as requestHttp } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { onTestFinished } from "vitest";

/** A proxy on this machine that lives as long as the running test. */
export interface TestProxy {
  /** `127.0.0.1` and its port. */
  readonly host: string;
  /** `GET http://mirror.test/a` or `CONNECT mirror.test:443` of each request so far. */
  readonly requests: readonly string[];
}

/**
 * Starts a proxy for `http:` and, by CONNECT, for `https:`. Names of hosts mean nothing to it: all requests end at one port of this machine.
 *
 * @param port where they end
 * @param credentials `name:password` that it asks for
 */
export async function startProxy(port: number, credentials?: string): Promise<TestProxy> {
  const requests: string[] = [];
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString("base64")}`;
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const { "proxy-authorization": given, ...headers } = request.headers;
    if (wanted !== undefined && given !== wanted) {
      response.writeHead(407, { "Proxy-Authenticate": "Basic" }).end("who are you?");
      return;
    }
    const { pathname, search } = new URL(request.url ?? "/", "http://no-absolute-address.test");
    const onward = requestHttp({ host: "127.0.0.1", port, path: pathname + search, headers, agent: false });
    onward.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.writeHead(502).end("bad gateway"));
    request.pipe(onward);
  });
  server.on("connect", (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    if (wanted !== undefined && request.headers["proxy-authorization"] !== wanted) {
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
      return;
    }
    const onward = connect(port, "127.0.0.1");
    onward.on("connect", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n"));
    socket.on("error", () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
