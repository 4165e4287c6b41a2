import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** Tests that ask Python: each package's `python/`. */
const config = mergeConfig(base, defineConfig({}));
config.test.include = ["packages/*/python/**/*.test.ts"];
config.test.globalSetup = [];

export default config;
