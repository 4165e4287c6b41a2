import { fetchUrl, type UrlAnswer } from "./fetchUrl.ts";
import { getThroughProxy } from "./getThroughProxy.node.ts";
import { proxyOf } from "./proxyOf.node.ts";

/** As many as `fetch` follows. */
const maxRedirects = 20;

/** Gets an address, through the proxy that the environment names for it: `fetch` of Node 20 would pass it by. */
export async function getUrl(url: URL, redirects = 0): Promise<UrlAnswer> {
  const proxy = proxyOf(url);
  if (proxy === undefined) return fetchUrl(url);
  const response = await getThroughProxy(url, proxy, {
    headers: { Accept: "*/*", "Accept-Encoding": "identity", "User-Agent": "minibatch" },
  });
  const { statusCode: status = 0, headers } = response;
  if (status >= 300 && status < 400 && headers.location !== undefined) {
    response.destroy();
    if (redirects === maxRedirects) throw new TypeError(`more than ${maxRedirects} redirects`);
    return getUrl(new URL(headers.location, url), redirects + 1);
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of response) pieces.push(piece as Uint8Array);
  const via = ` through the proxy ${proxy.title}`;
  return { status, type: headers["content-type"] ?? "", bytes: Buffer.concat(pieces), via };
}
