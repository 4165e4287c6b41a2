/** Set for a tab that was loaded once more: a second try would not help. */
const reloaded = "minibatch-reloaded";

/**
 * Keeps the app for use without a network, where the browser can.
 *
 * From a server that sends no isolation headers, the service worker adds them; they hold from the next load of the page on. So
 * the page is loaded once more at its very first visit, unless someone has begun to use it.
 */
export function workOffline(): void {
  if (!("serviceWorker" in navigator) || !globalThis.isSecureContext) return;
  let used = false;
  for (const type of ["pointerdown", "keydown"]) {
    globalThis.addEventListener(type, () => (used = true), { once: true, capture: true });
  }
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (globalThis.crossOriginIsolated || used || sessionStorage.getItem(reloaded)) return;
    sessionStorage.setItem(reloaded, "yes");
    globalThis.location.reload();
  });
  navigator.serviceWorker.register("./service-worker.js").catch(() => {
    // Without it the app works as long as there is a network.
  });
}
