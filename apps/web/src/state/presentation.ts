import { computed, type ReadonlySignal } from "@preact/signals";
import { route } from "./route.ts";

/** What an address can hide: the navigation, the texts that introduce pages, the settings beside a page, the lists and files of runs, the programs of lessons. */
export const hideable = ["nav", "intro", "settings", "files", "code"] as const;

/** One of {@link hideable}. */
export type Hideable = (typeof hideable)[number];

/** Whether the address asks for large type and few controls, `present=1`, as for a class that looks on. */
export const isPresenting: ReadonlySignal<boolean> = computed(
  () => route.value.parameters["present"] === "1",
);

/** What the address hides, `hide=nav+settings`; a name that there is not hides nothing. */
export const hiddenParts: ReadonlySignal<readonly Hideable[]> = computed(() => {
  const asked = new Set((route.value.parameters["hide"] ?? "").split(/[ ,+]/));
  return hideable.filter((part) => asked.has(part));
});
