/** Set for one tab once the page was reloaded to become isolated: a second try would not help. */
const tried = "minibatch-reloaded";

/**
 * Keeps the app for use without a network, where the browser can.
 *
 * From a server that sends no isolation headers, the service worker adds them; they hold from the next load of the page on. So
 * the page is loaded once more at its very first visit, unless someone has begun to use it.
 */
export function workOffline(): void {
  if (!("serviceWorker" in navigator) || !globalThis.isSecureContext) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (globalThis.crossOriginIsolated || sessionStorage.getItem(tried)) return;
    if (navigator.userActivation?.hasBeenActive ?? true) return;
    sessionStorage.setItem(tried, "yes");
    globalThis.location.reload();
  });
  navigator.serviceWorker.register("./service-worker.js").catch(() => {
    // Without it the app works as long as there is a network.
  });
}
