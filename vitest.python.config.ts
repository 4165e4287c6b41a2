import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** Tests that ask Python: `python/` of each package and app. */
const config = mergeConfig(base, defineConfig({}));
config.test.include = ["packages/*/python/**/*.test.ts", "apps/*/python/**/*.test.ts"];
config.test.globalSetup = [];

export default config;
