import * as tf from "@tensorflow/tfjs-core";
import type { BackendDriver } from "./BackendDriver.ts";
import { notInstalled } from "./notInstalled.ts";
import { probeLibrary } from "./probeLibrary.ts";
import { quietly } from "./quietly.ts";
import { useBackend } from "./useBackend.ts";

const library = "@tensorflow/tfjs-backend-cpu";
const device = "JavaScript, one thread";

/** Plain JavaScript: runs everywhere, slowly. The reference for the others. */
export const cpu: BackendDriver = {
  name: "cpu",

  async probe() {
    const missing = await probeLibrary("cpu", library, load);
    return (
      missing ?? { name: "cpu", available: true, reason: "plain JavaScript runs everywhere", fix: "", device }
    );
  },

  async start() {
    const { version_cpu: version } = await load();
    await useBackend("cpu", "this needs nothing but JavaScript; please report it");
    // It would print advice on other backends at its first tensor; who starts it by name has made the choice.
    (tf.backend() as { firstUse?: boolean }).firstUse = false;
    return { name: "cpu", device, version };
  },
};

async function load() {
  try {
    return await quietly(() => import("@tensorflow/tfjs-backend-cpu"));
  } catch (cause) {
    throw notInstalled(library, cause);
  }
}
