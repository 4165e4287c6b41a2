import { isolation } from "./isolation.ts";

/** What the build puts in: see vite/offlineFiles.ts. */
declare const offlineSetup: {
  readonly version: string;
  readonly files: readonly string[];
  readonly pagePolicy: string;
  readonly workerPolicy: string;
};

/** As much of a service worker's scope as is used; TypeScript's library has it only where there is no DOM. */
interface ServiceWorkerScope extends EventTarget {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
}
interface LifecycleEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const scope = globalThis as unknown as ServiceWorkerScope;
const { version, files, pagePolicy, workerPolicy } = offlineSetup;
const prefix = "minibatch-app-";
const cacheName = prefix + version;

scope.addEventListener("install", (event) => {
  const keep = async (): Promise<void> => {
    const cache = await caches.open(cacheName);
    await cache.addAll(["./", ...files].map((file) => new Request(file, { cache: "no-cache" })));
    await scope.skipWaiting();
  };
  (event as LifecycleEvent).waitUntil(keep());
});

scope.addEventListener("activate", (event) => {
  const takeOver = async (): Promise<void> => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
    await Promise.all(old.map((name) => caches.delete(name)));
    await scope.clients.claim();
  };
  (event as LifecycleEvent).waitUntil(takeOver());
});

scope.addEventListener("fetch", (event) => {
  const { request } = event as RequestEvent;
  if (request.method !== "GET" || !request.url.startsWith(scope.registration.scope)) return;
  (event as RequestEvent).respondWith(answer(request));
});

/** What was kept, else what the server has; under the headers that make the page isolated, whatever the server sends. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request, { ignoreSearch: request.mode === "navigate" });
  const response = kept ?? (await fromServer(request));
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(isolation)) headers.set(name, value);
  const type = headers.get("Content-Type") ?? "";
  headers.set("Content-Security-Policy", type.includes("javascript") ? workerPolicy : pagePolicy);
  const { status, statusText } = response;
  return new Response(status === 204 || status === 304 ? null : response.body, {
    status,
    statusText,
    headers,
  });
}

/** Offline there is one file that is asked for and not kept: the list of datasets. */
async function fromServer(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (new URL(request.url).pathname.endsWith("/datasets/index.json"))
      return Response.json({ datasets: [] });
    throw error;
  }
}
