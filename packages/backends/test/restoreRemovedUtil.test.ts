import { createRequire } from "node:module";
import { expect, it, onTestFinished, vi } from "vitest";
import { restoreRemovedUtil } from "../src/restoreRemovedUtil.node.ts";

it("restoreRemovedUtil() gives util what Node 23 took away, without the warning of Node 22", () => {
  const util = createRequire(import.meta.url)("node:util") as {
    isNullOrUndefined?: (value: unknown) => boolean;
  };
  const original = util.isNullOrUndefined;
  onTestFinished(() => {
    if (original) util.isNullOrUndefined = original;
  });
  restoreRemovedUtil();
  expect([null, undefined, 0, ""].map((value) => util.isNullOrUndefined?.(value))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const warn = vi.spyOn(process, "emitWarning");
  util.isNullOrUndefined?.(0);
  expect(warn).not.toHaveBeenCalled();
});
