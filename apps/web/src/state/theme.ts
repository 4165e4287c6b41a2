import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { remember, remembered } from "./remembered.ts";
import { route, setParameters } from "./route.ts";

/** Dark and light, or as the system has it. */
export const themes = ["system", "light", "dark"] as const;

/** One of {@link themes}. */
export type Theme = (typeof themes)[number];

const system = globalThis.matchMedia("(prefers-color-scheme: dark)");
const systemIsDark = signal(system.matches);
system.addEventListener("change", ({ matches }) => (systemIsDark.value = matches));
const chosen = signal(parseTheme(remembered("theme")) ?? "system");

/** What the address says, else what was chosen last. */
export const theme: ReadonlySignal<Theme> = computed(
  () => parseTheme(route.value.parameters["theme"]) ?? chosen.value,
);

/** Whether the ground is dark at this moment. */
export const isDark: ReadonlySignal<boolean> = computed(() =>
  theme.value === "system" ? systemIsDark.value : theme.value === "dark",
);

/** Chooses a theme, and remembers it. */
export function chooseTheme(theme: Theme): void {
  chosen.value = theme;
  remember("theme", theme);
  setParameters({ theme: theme === "system" ? undefined : theme });
}

function parseTheme(text: string | undefined): Theme | undefined {
  return themes.find((name) => name === text);
}
