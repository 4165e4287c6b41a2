import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Cache } from "@minibatch/datasets";
import { errorText } from "../errorText.ts";
import { errorCode } from "../exitCode.ts";
import { indexPage } from "./indexPage.ts";
import { type OpenFile, openServedFile } from "./openServedFile.ts";
import { parseRange } from "./parseRange.ts";
import { readSegments } from "./Segment.ts";
import { type ServedFile, servedFiles } from "./servedFiles.ts";
import { serverIndex } from "./serverIndex.ts";

/** Any page may read what is public anyway, also from within an isolated one. */
const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, HEAD",
  "Access-Control-Allow-Headers": "Range, If-Range, If-None-Match",
  "Access-Control-Expose-Headers": "Accept-Ranges, Content-Length, Content-Range, ETag",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** Options of {@link datasetServer}: what it hands out, and where it takes that from. */
export interface DatasetServerOptions {
  /** What is handed out; what comes from the mirror is kept there. */
  readonly cache: Cache;
  /**
   * A folder or an address for what the cache lacks; the public mirrors are never asked.
   *
   * @default none
   */
  readonly mirror?: string | undefined;
  /**
   * Whether the mirror is left alone too.
   *
   * @default false
   */
  readonly offline?: boolean | undefined;
  /** Ends what is being fetched. */
  readonly signal?: AbortSignal | undefined;
  /** Called with a line for each request that is answered. */
  readonly onAnswer?: ((line: string) => void) | undefined;
}

/**
 * Makes a server that hands out files of datasets; it does not listen yet.
 *
 * @param known the files by their paths; nothing else is ever looked for
 */
export function datasetServer(
  options: DatasetServerOptions,
  known: ReadonlyMap<string, ServedFile> = servedFiles(),
): Server {
  const opened = new Map<string, Promise<OpenFile>>();
  /** Each file is verified once; who comes meanwhile waits for that. */
  const open = (path: string): Promise<OpenFile> | undefined => {
    const served = known.get(path);
    if (served === undefined) return undefined;
    const file = opened.get(path) ?? openServedFile(served, options);
    opened.set(path, file);
    return file;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
    const [path = "/"] = (request.url ?? "/").split("?", 1);
    if (request.method === "OPTIONS") return send(request, response, 204, "");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD, OPTIONS");
      return send(request, response, 405, "Only GET, HEAD and OPTIONS are answered.\n");
    }
    if (path === "/" || path === "/index.json") return sendIndex(path, request, response, options.cache);
    try {
      const file = await open(path);
      if (file === undefined) {
        return send(request, response, 404, "No file of a known dataset; / lists what there is.\n");
      }
      return await sendFile(file, request, response);
    } catch (error) {
      if (response.headersSent) return void response.destroy();
      // Next time it is verified, or looked for, anew.
      opened.delete(path);
      const lacking = ["OFFLINE", "NOT_FOUND"].includes(errorCode(error) ?? "");
      return send(request, response, lacking ? 404 : 502, errorText(error, false));
    }
  };
  return createServer((request, response) => {
    response.on("finish", () =>
      options.onAnswer?.(`${request.method} ${request.url} ${response.statusCode}`),
    );
    answer(request, response).catch(() => response.destroy());
  });
}

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  type = "text/plain; charset=utf-8",
): void {
  const headers = { "Content-Type": type, "Content-Length": Buffer.byteLength(text) };
  response.writeHead(status, status === 204 ? {} : headers);
  response.end(method === "HEAD" ? "" : text);
}

async function sendIndex(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  cache: Cache,
): Promise<void> {
  const index = await serverIndex(cache);
  response.setHeader("Vary", "Accept");
  if (path === "/" && request.headers.accept?.includes("text/html")) {
    const page = indexPage(index, `http://${request.headers.host ?? "localhost"}/`);
    return send(request, response, 200, page, "text/html; charset=utf-8");
  }
  return send(request, response, 200, `${JSON.stringify(index, null, 2)}\n`, "application/json");
}

async function sendFile(file: OpenFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { type, length, etag, segments } = file;
  const { headers, method } = request;
  response.setHeader("ETag", etag);
  response.setHeader("Accept-Ranges", "bytes");
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("X-Content-Type-Options", "nosniff");
  if (headers["if-none-match"]?.includes(etag)) return void response.writeHead(304).end();
  const stale = headers["if-range"] !== undefined && headers["if-range"] !== etag;
  const asked = method === "HEAD" || stale ? "none" : parseRange(headers.range, length);
  if (asked === "unsatisfiable") {
    response.setHeader("Content-Range", `bytes */${length}`);
    return send(request, response, 416, `The file has ${length} bytes.\n`);
  }
  const range = asked === "none" ? { start: 0, end: length } : asked;
  if (asked !== "none") {
    response.setHeader("Content-Range", `bytes ${range.start}-${range.end - 1}/${length}`);
  }
  const contents = { "Content-Type": type, "Content-Length": range.end - range.start };
  const status = asked === "none" ? 200 : 206;
  if (method === "HEAD") return void response.writeHead(status, contents).end();
  const pieces = readSegments(segments, range);
  // Before the headers, so that a file that is gone by now can still be told.
  const first = await pieces.next();
  response.writeHead(status, contents);
  if (first.done) return void response.end();
  response.write(first.value);
  // One piece of an archive has 30 MB: no more of them are read ahead.
  await pipeline(Readable.from(pieces, { highWaterMark: 1 }), response);
}
