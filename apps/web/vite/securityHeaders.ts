import type { Connect, Plugin } from "vite";
import { isolation } from "../src/offline/isolation.ts";
import { appHeaders } from "./appHeaders.ts";
import { pagePolicy } from "./contentSecurityPolicy.ts";

/**
 * Serves the app cross-origin isolated, so that WebAssembly can have threads, and the built one under its
 * Content-Security-Policy, which the build also puts into the page for servers that send no headers.
 */
export function securityHeaders(): Plugin {
  return {
    name: "minibatch:security-headers",
    configureServer({ middlewares }) {
      middlewares.use(withHeaders(() => isolation));
    },
    configurePreviewServer({ middlewares }) {
      middlewares.use(withHeaders(appHeaders));
    },
    transformIndexHtml(_html, { server }) {
      // Vite's own client needs inline styles and a socket while one develops.
      if (server) return [];
      const attrs = { "http-equiv": "Content-Security-Policy", content: pagePolicy };
      return [{ tag: "meta", attrs, injectTo: "head-prepend" }];
    },
  };
}

function withHeaders(
  headersOf: (path: string) => Readonly<Record<string, string>>,
): Connect.NextHandleFunction {
  return (request, response, next) => {
    const [path = "/"] = (request.url ?? "/").split("?", 1);
    for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
    next();
  };
}
