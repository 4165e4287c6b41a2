import { computed, type ReadonlySignal, signal } from "@preact/signals";

/** What a page keeps in the address: names and values, all of them strings. */
export type Parameters = Readonly<Record<string, string>>;

/** Where one is: `#/train?recipe=digits-cnn` is the page "train" with one parameter. */
export interface Route {
  /** The path, such as `train` or `course/networks`; empty on the landing view. */
  readonly page: string;
  readonly parameters: Parameters;
}

/** Parameters that hold on every page, and that every link keeps. */
const shared = new Set(["lang", "theme", "present", "hide"]);

const current = signal(parseHash(globalThis.location.hash));

/** What each page had in the address when it was last left, so that coming back finds it as it was. */
const left = new Map<string, Parameters>();

/** Where one is, from the address alone. */
export const route: ReadonlySignal<Route> = computed(() => current.value);

globalThis.addEventListener("hashchange", () => {
  clearTimeout(pending);
  const { page, parameters } = current.peek();
  left.set(page, parameters);
  current.value = parseHash(globalThis.location.hash);
});

/**
 * Changes parameters of the page in place: no entry in the history is made.
 *
 * @param changes new values; `undefined` takes a parameter out of the address
 */
export function setParameters(changes: Readonly<Record<string, string | undefined>>): void {
  const { page, parameters } = current.peek();
  const merged = Object.entries({ ...parameters, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const next: Route = { page, parameters: Object.fromEntries(merged) };
  if (formatHash(next) === formatHash(current.peek())) return;
  current.value = next;
  writeAddress();
}

/** Browsers refuse more than about 100 changes of the address in 30 seconds, as many as sliding makes: in milliseconds, one each. */
const writeInterval = 300;
/** So many changes may follow each other at once. */
const burst = 10;
let credit = burst;
let lastTry = 0;
let pending: ReturnType<typeof setTimeout> | undefined;

/** Writes the address at once, or a moment later when it has been written too often. */
function writeAddress(): void {
  clearTimeout(pending);
  const now = performance.now();
  credit = Math.min(burst, credit + (now - lastTry) / writeInterval);
  lastTry = now;
  if (credit < 1) {
    pending = setTimeout(writeAddress, writeInterval);
    return;
  }
  credit -= 1;
  globalThis.history.replaceState(null, "", formatHash(current.peek()));
}

/**
 * The address of a page, for a link.
 *
 * @param parameters what it is to show; without them it is as it was left
 */
export function hrefOf(page: string, parameters?: Parameters): string {
  const { parameters: here } = current.value;
  const kept = Object.fromEntries(Object.entries(here).filter(([name]) => shared.has(name)));
  const own = Object.entries(parameters ?? left.get(page) ?? {}).filter(([name]) => !shared.has(name));
  return formatHash({ page, parameters: { ...Object.fromEntries(own), ...kept } });
}

/** Goes to a page, as a click on {@link hrefOf} does. */
export function goTo(page: string, parameters?: Parameters): void {
  globalThis.location.hash = hrefOf(page, parameters);
}

function parseHash(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  return { page: path, parameters: Object.fromEntries(new URLSearchParams(query)) };
}

function formatHash({ page, parameters }: Route): string {
  const query = new URLSearchParams(parameters).toString();
  return `#/${page}${query === "" ? "" : `?${query}`}`;
}
