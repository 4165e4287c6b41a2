import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** How one request is answered. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine that lives as long as the running test. */
export interface TestServer {
  /** Ends in a slash. */
  readonly url: string;
  /** `GET /path` of each request so far, with its Range where it has one. */
  readonly requests: readonly string[];
}

/** Starts a server on a free port that answers every request by `answer`; pages of other origins may read from it. */
export async function startServer(answer: Answer): Promise<TestServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { range } = request.headers;
    response.setHeader("Access-Control-Allow-Origin", "*");
    requests.push(`${request.method} ${request.url}${range === undefined ? "" : ` ${range}`}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests };
}

/** Starts a server whose first requests are answered by `answers` in order, and all further ones by the last. */
export function startScript(first: Answer, ...rest: Answer[]): Promise<TestServer> {
  const left = [...rest];
  let next: Answer = first;
  return startServer((request, response) => {
    const answer = next;
    next = left.shift() ?? next;
    answer(request, response);
  });
}

/** The address of a server that is gone: connections are refused. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

/** The whole body; the part that Range asks for when `ranges` is on. */
export function send(body: Uint8Array, { ranges = false } = {}): Answer {
  return (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    if (!ranges || start === 0) {
      response.writeHead(200, { "Content-Length": body.length }).end(body);
      return;
    }
    response.writeHead(206, {
      "Content-Length": body.length - start,
      "Content-Range": `bytes ${start}-${body.length - 1}/${body.length}`,
    });
    response.end(body.subarray(start));
  };
}

/** The first `bytes` of the body, then the connection breaks. */
export function cut(body: Uint8Array, bytes: number): Answer {
  return (_, response) => {
    response.writeHead(200, { "Content-Length": body.length });
    response.write(body.subarray(0, bytes), () => setImmediate(() => response.destroy()));
  };
}

/** The first `bytes` of the body, then silence. */
export function stall(body: Uint8Array, bytes: number): Answer {
  return (_, response) => {
    response.writeHead(200, { "Content-Length": body.length });
    response.write(body.subarray(0, bytes));
  };
}

export function status(code: number): Answer {
  return (_, response) => {
    response.writeHead(code).end("sorry");
  };
}
