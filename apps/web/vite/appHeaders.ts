import { isolation } from "../src/offline/isolation.ts";
import { pagePolicy, workerPolicy } from "./contentSecurityPolicy.ts";

/**
 * What a server that is set up for the built app sends with each file: isolated pages, which WebAssembly needs for threads, under the
 * app's Content-Security-Policy.
 *
 * @param path of the file that is asked for
 */
export function appHeaders(path: string): Readonly<Record<string, string>> {
  const policy = path.endsWith(".js") ? workerPolicy : `${pagePolicy}; frame-ancestors 'none'`;
  return { ...isolation, "Content-Security-Policy": policy };
}
