import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** What a worker of the page keeps for this test. */
interface WithGpus {
  gpus?: { lose(): void }[];
}

/** As much of what makes contexts and devices as this test gets in between of. */
interface CanvasPrototype {
  getContext: (
    this: CanvasPrototype,
    ...args: unknown[]
  ) => { readonly getExtension?: (name: string) => { loseContext(): void } | null } | null;
}
interface GpuScope {
  readonly GPUAdapter: {
    readonly prototype: {
      requestDevice: (this: unknown, ...args: unknown[]) => Promise<{ destroy(): void }>;
    };
  };
}

for (const backend of ["webgl", "webgpu"]) {
  it(
    `a GPU that is lost while a network trains on ${backend} ends the run with what happened, and it goes on without one`,
    patience,
    async (context) => {
      const { page, faults } = await openApp(context, {
        hash: `#/train?epochs=40&limit=32&batchSize=32&backend=${backend}`,
        gpu: true,
      });
      await page.getByText("Automatic").waitFor();
      await expect.poll(() => page.locator(`input[value=${backend}]:enabled`).count()).toBe(1);
      for (const worker of page.workers()) {
        await worker.evaluate(() => {
          const scope = globalThis as unknown as WithGpus & GpuScope;
          const gpus = (scope.gpus ??= []);
          const canvas = OffscreenCanvas.prototype as unknown as CanvasPrototype;
          const getContext = canvas.getContext;
          canvas.getContext = function (...args) {
            const context = getContext.apply(this, args);
            gpus.push({ lose: () => context?.getExtension?.("WEBGL_lose_context")?.loseContext() });
            return context;
          };
          const adapter = scope.GPUAdapter.prototype;
          const requestDevice = adapter.requestDevice;
          adapter.requestDevice = async function (...args) {
            const device = await requestDevice.apply(this, args);
            gpus.push({ lose: () => device.destroy() });
            return device;
          };
        });
      }
      await page.getByRole("button", { name: "Start training" }).click();
      const epochs = (): Promise<number> =>
        page.locator(".epochs").evaluateAll((tables) => Number(tables[0]?.getAttribute("data-epochs") ?? 0));
      // The first is kept by the time that the second has ended.
      await expect.poll(epochs).toBeGreaterThan(1);
      for (const worker of page.workers()) {
        await worker.evaluate(() => {
          for (const gpu of (globalThis as WithGpus).gpus ?? []) gpu.lose();
        });
      }
      await page.waitForSelector('[data-status="failed"]');
      expect(await page.textContent(".failure")).toContain("The browser took the GPU away");
      const kept = await epochs();
      expect(kept).toBeGreaterThan(0);
      await page.getByRole("button", { name: "Go on without the GPU" }).click();
      await expect.poll(epochs).toBeGreaterThan(kept);
      await page.getByText("Computed by WebAssembly").waitFor();
      // Chromium says of its own accord that a context was lost.
      faults.length = 0;
    },
  );
}
