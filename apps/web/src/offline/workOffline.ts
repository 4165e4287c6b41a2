/** Set for a tab that was loaded once more: a second try would not help. */
const reloaded = "minibatch-reloaded";

/**
 * Keeps the app for use without a network, where the browser can.
 *
 * From a server that sends no isolation headers, the service worker adds them; they hold from the next load of the page on. So
 * the page is loaded once more at its very first visit, unless someone has begun to use it.
 */
export function workOffline(): void {
  const container = serviceWorkers();
  if (!container) return;
  let used = false;
  for (const type of ["pointerdown", "keydown"]) {
    globalThis.addEventListener(type, () => (used = true), { once: true, capture: true });
  }
  container.addEventListener("controllerchange", () => {
    if (globalThis.crossOriginIsolated || used || wasReloaded()) return;
    globalThis.location.reload();
  });
  afterLoading(() => {
    container.register("./service-worker.js").catch(() => {
      // Without it the app works as long as there is a network.
    });
  });
}

/** The service worker fetches the whole app: on a slow line, what is seen first would wait for it. */
function afterLoading(action: () => void): void {
  if (document.readyState === "complete") action();
  else globalThis.addEventListener("load", action, { once: true });
}

/** Pages over plain http have none, and those whose storage is blocked may not even look. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
  try {
    return globalThis.isSecureContext ? (navigator as Partial<Navigator>).serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this tab was loaded once more before; from now on it was. Who cannot tell must not load it again and again. */
function wasReloaded(): boolean {
  try {
    const was = sessionStorage.getItem(reloaded) !== null;
    sessionStorage.setItem(reloaded, "yes");
    return was;
  } catch {
    return true;
  }
}
