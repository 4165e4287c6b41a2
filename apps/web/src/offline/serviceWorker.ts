import { isolation } from "./isolation.ts";

/** What the build puts in: see vite/offlineFiles.ts. */
declare const offlineSetup: {
  readonly version: string;
  readonly files: readonly string[];
  readonly pagePolicy: string;
  readonly workerPolicy: string;
  readonly pageLock: string;
};

/** As much of a service worker's scope as is used; TypeScript's library has it only where there is no DOM. */
interface ServiceWorkerScope extends EventTarget {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { readonly includeUncontrolled: boolean }): Promise<readonly unknown[]>;
  };
  skipWaiting(): Promise<void>;
}
interface LifecycleEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends LifecycleEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const scope = globalThis as unknown as ServiceWorkerScope;
const { version, files, pagePolicy, workerPolicy, pageLock } = offlineSetup;
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
    await scope.clients.claim();
    await deleteUnused();
  };
  (event as LifecycleEvent).waitUntil(takeOver());
});

scope.addEventListener("fetch", (event) => {
  const { request } = event as RequestEvent;
  if (request.method !== "GET" || !request.url.startsWith(scope.registration.scope)) return;
  (event as RequestEvent).respondWith(answer(request));
  if (request.mode === "navigate") (event as RequestEvent).waitUntil(deleteUnused());
});

/**
 * Deletes the files of versions that no page is of any more: one that is open goes on with its own, whatever was deployed meanwhile. A
 * page that has not said yet of which version it is may be of any.
 */
async function deleteUnused(): Promise<void> {
  const [pages, { held = [] }, old] = await Promise.all([
    scope.clients.matchAll({ includeUncontrolled: true }),
    navigator.locks.query(),
    oldCaches(),
  ]);
  const scripts = held.flatMap(({ name = "" }) =>
    name.startsWith(pageLock) ? [name.slice(pageLock.length)] : [],
  );
  if (pages.length > scripts.length) return;
  for (const name of old) {
    const cache = await caches.open(name);
    const found = await Promise.all(scripts.map((script) => cache.match(script)));
    if (found.every((file) => file === undefined)) await caches.delete(name);
  }
}

/** The names of the caches of other versions, the newest first. */
async function oldCaches(): Promise<string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(prefix) && name !== cacheName).reverse();
}

/** The file as this version has it, else as an older one has: its pages ask for files that are named after what is in them. */
async function keptFile(request: Request): Promise<Response | undefined> {
  const own = await caches.open(cacheName);
  const found = await own.match(request, { ignoreSearch: request.mode === "navigate" });
  if (found || request.mode === "navigate") return found;
  for (const name of await oldCaches()) {
    const older = await (await caches.open(name)).match(request);
    if (older) return older;
  }
  return undefined;
}

/** What was kept, else what the server has; under the headers that make the page isolated, whatever the server sends. */
async function answer(request: Request): Promise<Response> {
  const response = (await keptFile(request)) ?? (await fromServer(request));
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
