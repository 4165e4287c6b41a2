import { type ChromiumOptions, type Page, startChromium } from "@minibatch/testing";
import { expect, onTestFinished, type TestContext } from "vitest";
import { buildApp } from "./buildApp.ts";
import { stepPatience } from "./patience.ts";
import { type ServedDatasets, serveFolder } from "./serveFolder.ts";

/** The app in a browser. */
export interface OpenApp {
  readonly page: Page;
  /** The address of the folder, ending in a slash. */
  readonly url: string;
  /** Errors on the console and requests that failed, so far; what is left at the end of the test makes it fail. */
  readonly faults: string[];
  /** Stops the server: from then on there is no network. */
  readonly stopServer: () => Promise<void>;
  /** Serves other files from now on, as after a deploy. */
  readonly deploy: (folder: string) => void;
  /** Goes to an address within the app, e.g. `#/train?lang=zh`. */
  readonly goTo: (hash: string) => Promise<void>;
}

/** What a test opens the app with. */
export interface OpenAppOptions extends ChromiumOptions {
  /** The first address within the app. */
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  /**
   * Whether it is a device with a touch screen.
   *
   * @default false
   */
  readonly touch?: boolean;
  /**
   * What is served.
   *
   * @default the app as it is built
   */
  readonly folder?: string;
  /** Real datasets that the server has. */
  readonly datasets?: ServedDatasets;
  /**
   * The name of the machine that the page comes from over plain http, ending in `.test`, as from a teacher's laptop: browsers give such a
   * page less.
   *
   * @default 127.0.0.1, which they take for as safe as https
   */
  readonly host?: string;
  /** A line of script that stands before every other. */
  readonly prelude?: string;
  /**
   * Whether the page comes from a plain static server, as on a first visit: its service worker keeps the whole app, and the page is loaded
   * once more, isolated. Pages of other tests come isolated from a server that sends the headers, and keep nothing: that is half the time.
   *
   * @default false
   */
  readonly offline?: boolean;
}

/**
 * Builds and serves the app, and opens it in Chromium until the running test has finished, which fails when there was an error on
 * the console or a request failed. Skips the test where there is no Chromium.
 *
 * @param context the context that vitest passes to the test
 */
export async function openApp(context: TestContext, options: OpenAppOptions = {}): Promise<OpenApp> {
  const { hash = "#/", width = 1280, height = 900, touch = false, folder, datasets, host, prelude } = options;
  const { offline = false } = options;
  const browser = await startChromium(context, options);
  const server = await serveFolder(folder ?? (await buildApp()), {
    datasets,
    prelude,
    headers: !offline && host === undefined,
  });
  onTestFinished(() => server.close());
  const url = host === undefined ? server.url : server.url.replace("127.0.0.1", host);
  const tabs = await browser.newContext({
    viewport: { width, height },
    locale: "en-US",
    hasTouch: touch,
    isMobile: touch,
  });
  tabs.setDefaultTimeout(stepPatience);
  if (!offline) await tabs.addInitScript(keepNothing);
  const page = await tabs.newPage();
  const faults = watchFaults(page);
  await page.goto(url + hash);
  // Where the service worker sets the headers, it is there, and the page was loaded again.
  if (host === undefined) {
    await page.waitForFunction(() => globalThis.crossOriginIsolated);
  }
  await page.waitForSelector("h1");
  return {
    page,
    url,
    faults,
    stopServer: () => server.close(),
    deploy: (folder) => server.deploy(folder),
    async goTo(hash) {
      await page.goto(url + hash);
    },
  };
}

/** In a page: has it come up without its service worker, as in a browser that has none. */
function keepNothing(): void {
  if (typeof ServiceWorkerContainer === "undefined") return;
  ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error("The test keeps nothing."));
}

/** Makes the test fail for what goes wrong on a page: errors on the console, requests that fail. Gives what did so far. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // Aborted by the page itself, as when it is loaded once more to become isolated.
    if (reason !== "net::ERR_ABORTED") faults.push(`${request.url()}: ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.url()}: ${response.status()}`);
  });
  // As one text: of a list, a reporter's one line says only how long it is.
  onTestFinished(() => expect(faults.join("\n"), "errors on the console and failed requests").toBe(""));
  return faults;
}
