import { BlockList, isIP } from "node:net";

/** A proxy that the environment names. */
export interface Proxy {
  readonly url: URL;
  /** How messages call it: its address without name and password, and the variable that names it. */
  readonly title: string;
}

/**
 * The proxy for an address, as `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` say, in small letters or capitals; small ones come
 * first. Node 20's own `http` and `fetch` know none of them. What runs on this machine is never asked for through a proxy.
 *
 * @returns none when the address is to be asked for directly
 * @throws {TypeError} for a proxy that is no `http:` or `https:` address
 */
export function proxyOf(url: URL, env: NodeJS.ProcessEnv = process.env): Proxy | undefined {
  const scheme = url.protocol.slice(0, -1);
  // A web server that runs us as a CGI program sets HTTP_PROXY to what a stranger sent as "Proxy: …".
  const names = env["REQUEST_METHOD"] === undefined ? [scheme.toUpperCase(), "all", "ALL"] : ["all", "ALL"];
  const name = [scheme, ...names]
    .map((start) => `${start}${start === start.toUpperCase() ? "_PROXY" : "_proxy"}`)
    .find((variable) => env[variable] !== undefined);
  const value = name === undefined ? undefined : env[name]?.trim();
  if (!value || isDirect(url, env["no_proxy"] ?? env["NO_PROXY"] ?? "")) return undefined;
  const address = value.includes("://") ? value : `http://${value}`;
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  if (proxy === undefined || !/^https?:$/.test(proxy.protocol)) {
    const said = proxy === undefined ? "no address" : `the protocol ${proxy.protocol}`;
    throw new TypeError(`${name} names ${said}: a proxy is an address such as http://proxy.example.org:3128`);
  }
  return { url: proxy, title: `${proxy.origin} (${name})` };
}

/** Whether `NO_PROXY` excepts an address: hosts with their subdomains, with a port or without, networks such as `10.0.0.0/8`, or `*`. */
function isDirect(url: URL, exceptions: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, "").toLowerCase();
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  if (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host === "::1" ||
    (isIP(host) === 4 && host.startsWith("127."))
  )
    return true;
  return exceptions.split(/[\s,]+/).some((exception) => {
    if (exception === "*") return true;
    const [, bracketed, plain = "", wantedPort] = /^(?:\[(.+)\]|(.*?))(?::(\d+))?$/.exec(exception) ?? [];
    const isBareIPv6 = isIP(exception) === 6;
    const name = (isBareIPv6 ? exception : (bracketed ?? plain)).toLowerCase().replace(/^\*?\./, "");
    if (name === "" || (!isBareIPv6 && wantedPort !== undefined && wantedPort !== port)) return false;
    return host === name || (isIP(host) === 0 ? host.endsWith(`.${name}`) : isInNetwork(host, name));
  });
}

function isInNetwork(host: string, network: string): boolean {
  const [address = "", bits] = network.split("/");
  const family = isIP(address);
  if (family === 0 || family !== isIP(host) || !/^\d+$/.test(bits ?? "")) return false;
  if (Number(bits) > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const type = family === 4 ? "ipv4" : "ipv6";
  list.addSubnet(address, Number(bits), type);
  return list.check(host, type);
}
