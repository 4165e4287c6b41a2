import { expect, it } from "vitest";
import { notInstalled } from "../src/notInstalled.ts";

it("notInstalled(library, cause) gives the command that installs it, and the cause", () => {
  const cause = new Error("Cannot find package");
  expect(notInstalled("a-library", cause)).toMatchObject({
    code: "NOT_INSTALLED",
    message: "expected a-library to be installed: run npm install a-library",
    cause,
  });
});
