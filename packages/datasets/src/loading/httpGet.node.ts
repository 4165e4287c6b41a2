import { get as getHttp, type IncomingMessage } from "node:http";
import { get as getHttps } from "node:https";
import { decompress } from "../formats/decompress.node.ts";
import type { HttpAnswer } from "../Platform.ts";
import { getThroughProxy } from "./getThroughProxy.node.ts";
import { proxyOf } from "./proxyOf.node.ts";
import { releasingPieces } from "../formats/releasingPieces.node.ts";

/** As many as `fetch` follows: https://fetch.spec.whatwg.org/#http-redirect-fetch */
const maxRedirects = 20;

const ownHeaders = { Accept: "*/*", "Accept-Encoding": "gzip", "User-Agent": "minibatch" };

const redirectStatus = new Set([301, 302, 303, 307, 308]);

/**
 * What `Platform.get` is in Node, whose `fetch` will not do: it leaves two copies of all bytes to the garbage collector, and ends the process
 * when a server closes the connection while nobody reads (https://github.com/nodejs/undici/issues/5360). Proxies of the environment are
 * used, which Node 20's would not do either.
 */
export async function httpGet(
  address: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  let url = new URL(address);
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const proxy = proxyOf(url);
    const response =
      proxy === undefined
        ? await ask(url, headers, signal)
        : await getThroughProxy(url, proxy, { headers: { ...ownHeaders, ...headers }, signal });
    const { statusCode: status = 0, headers: received } = response;
    if (!redirectStatus.has(status) || received.location === undefined) {
      return {
        status,
        header: (name) => received[name]?.toString() ?? null,
        pieces: readBody(response, signal),
        ...(proxy && { via: ` through the proxy ${proxy.title}` }),
      };
    }
    response.destroy();
    url = new URL(received.location, url);
  }
  throw new TypeError(`more than ${maxRedirects} redirects`);
}

function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === "https:" ? getHttps : getHttp;
    get(url, { headers: { ...ownHeaders, ...headers }, signal }, resolve).on("error", (cause) => {
      reject(signal.aborted ? signal.reason : new TypeError("no answer", { cause }));
    });
  });
}

async function* readBody(response: IncomingMessage, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const pieces = releasingPieces(response);
  const isZipped = /^(x-)?gzip$/i.test(response.headers["content-encoding"] ?? "");
  try {
    yield* isZipped ? decompress("gzip", pieces) : pieces;
  } catch (cause) {
    signal.throwIfAborted();
    throw new TypeError("broke off", { cause });
  }
}
