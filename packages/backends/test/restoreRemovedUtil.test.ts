import { createRequire } from "node:module";
import { expect, it, onTestFinished } from "vitest";
import { restoreRemovedUtil } from "../src/restoreRemovedUtil.node.ts";

it("restoreRemovedUtil() gives util what Node 23 took away, and leaves what is there", () => {
  const util = createRequire(import.meta.url)("node:util") as {
    isNullOrUndefined?: (value: unknown) => boolean;
  };
  const original = util.isNullOrUndefined;
  onTestFinished(() => {
    if (original) util.isNullOrUndefined = original;
  });
  delete util.isNullOrUndefined;
  restoreRemovedUtil();
  expect([null, undefined, 0, ""].map((value) => util.isNullOrUndefined?.(value))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const own = () => true;
  util.isNullOrUndefined = own;
  restoreRemovedUtil();
  expect(util.isNullOrUndefined).toBe(own);
});
