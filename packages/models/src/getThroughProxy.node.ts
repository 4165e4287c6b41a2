import { type IncomingMessage, request as requestHttp } from "node:http";
import { get as getHttps, globalAgent, request as requestHttps } from "node:https";
import { isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { Proxy } from "./proxyOf.node.ts";

/** What {@link getThroughProxy} takes. */
export interface ProxiedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Gets an address through a proxy: `http:` as the proxy's own errand, `https:` by a tunnel that the proxy cannot look into.
 *
 * @throws {TypeError} that names the proxy when it does not answer or refuses, else as a direct request
 */
export async function getThroughProxy(
  url: URL,
  proxy: Proxy,
  { headers, signal }: ProxiedRequest,
): Promise<IncomingMessage> {
  if (url.protocol === "https:") {
    const socket = await openTunnel(url, proxy, signal);
    const host = hostOf(url);
    // No name is sent for an address by number: TLS knows none.
    const servername = isIP(host) === 0 ? host : "";
    const { ca } = globalAgent.options;
    const createConnection = () => connectTls({ socket, host, servername, ...(ca && { ca }) });
    return settled(signal, (resolve, reject) => {
      getHttps(url, { headers, signal, createConnection }, resolve).on("error", (cause) =>
        reject(new TypeError("no answer", { cause })),
      );
    });
  }
  const { response } = await ask(proxy, signal, {
    method: "GET",
    path: `${url.origin}${url.pathname}${url.search}`,
    headers: { ...headers, Host: url.host, ...authorization(proxy) },
  });
  if (response.statusCode !== 407) return response;
  response.destroy();
  throw refusal(proxy, response);
}

interface Errand {
  readonly method: "GET" | "CONNECT";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

function ask(
  { url, title }: Proxy,
  signal: AbortSignal | undefined,
  errand: Errand,
): Promise<{ readonly response: IncomingMessage; readonly tunnel?: Socket }> {
  return settled(signal, (resolve, reject) => {
    const request = url.protocol === "https:" ? requestHttps : requestHttp;
    request({ host: hostOf(url), port: url.port, signal, agent: false, ...errand })
      .on("response", (response) => resolve({ response }))
      .on("connect", (response, tunnel: Socket) => resolve({ response, tunnel }))
      .on("error", (cause) => reject(new TypeError(`no answer from the proxy ${title}`, { cause })))
      .end();
  });
}

async function openTunnel(url: URL, proxy: Proxy, signal: AbortSignal | undefined): Promise<Socket> {
  const path = `${url.hostname}:${url.port || 443}`;
  const headers = { Host: path, ...authorization(proxy) };
  const { response, tunnel } = await ask(proxy, signal, { method: "CONNECT", path, headers });
  if (tunnel !== undefined && response.statusCode === 200) return tunnel;
  tunnel?.destroy();
  throw refusal(proxy, response);
}

function authorization({ url: { username, password } }: Proxy): Record<string, string> {
  if (username === "" && password === "") return {};
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return { "Proxy-Authorization": `Basic ${credentials.toString("base64")}` };
}

function refusal({ title }: Proxy, { statusCode }: IncomingMessage): TypeError {
  const advice =
    statusCode === 407 ? ": it wants a name and a password, http://name:password@… in that variable" : "";
  return new TypeError(`the proxy ${title} answered ${statusCode}${advice}`);
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** A promise that rejects with the signal's reason when that is why something failed. */
function settled<Result>(
  signal: AbortSignal | undefined,
  start: (resolve: (result: Result) => void, reject: (error: Error) => void) => void,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    start(resolve, (error) => reject(signal?.aborted ? signal.reason : error));
  });
}
