import { type Answer, cut, send, stall, status } from "./startServer.ts";
import { tinyFiles } from "./tinyDataset.ts";

/** Answers each first request for a file by `first`, and all further ones by `then`. */
export function firstThen(
  first: (body: Uint8Array) => Answer,
  then: (body: Uint8Array) => Answer = send,
): Answer {
  const seen = new Set<string>();
  return (request, response) => {
    const name = request.url?.split("/").at(-1) ?? "";
    const body = tinyFiles[name]?.gz ?? new Uint8Array(0);
    (seen.has(name) ? then : first)(body)(request, response);
    seen.add(name);
  };
}

/** Where the middle is. */
export const half = (body: Uint8Array): number => Math.floor(body.length / 2);
const flip = (body: Uint8Array): Uint8Array => body.map((byte, i) => (i === half(body) ? byte ^ 1 : byte));

type Serve = (body: Uint8Array) => Answer;

/** What a server does to each file first and then, and what comes of a load when there is no other one: "loaded" or a code. */
export const faults: readonly (readonly [fault: string, alone: string, first: Serve, then: Serve])[] = [
  ["answers 404", "DOWNLOAD_FAILED", () => status(404), () => status(404)],
  ["answers 500 once", "loaded", () => status(500), send],
  ["answers 500 for ever", "DOWNLOAD_FAILED", () => status(500), () => status(500)],
  ["falls silent in the middle", "loaded", (body) => stall(body, half(body)), send],
  [
    "breaks off and goes on by Range",
    "loaded",
    (body) => cut(body, half(body)),
    (body) => send(body, { ranges: true }),
  ],
  ["breaks off and knows no Range", "loaded", (body) => cut(body, half(body)), send],
  [
    "breaks off for ever",
    "DOWNLOAD_FAILED",
    (body) => cut(body, half(body)),
    (body) => cut(body, half(body)),
  ],
  ["sends wrong bytes", "CHECKSUM_MISMATCH", (body) => send(flip(body)), (body) => send(flip(body))],
  [
    "sends half of it",
    "CHECKSUM_MISMATCH",
    (body) => send(body.subarray(0, half(body))),
    (body) => send(body.subarray(0, half(body))),
  ],
  [
    "unzips on the way",
    "loaded",
    (body) => (_, response) => void response.writeHead(200, { "Content-Encoding": "gzip" }).end(body),
    send,
  ],
  [
    "redirects",
    "loaded",
    () => (request, response) => void response.writeHead(302, { Location: `/moved${request.url}` }).end(),
    send,
  ],
];
