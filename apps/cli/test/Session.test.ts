import { describe, expect, it } from "vitest";
import type { Io } from "../src/Io.ts";
import { createSession } from "../src/Session.ts";

const stream = { write: () => true };
const io = (env: Io["env"] = {}): Io => ({
  stdout: stream,
  stderr: stream,
  cwd: "/repository",
  env,
  signal: new AbortController().signal,
});

describe("createSession(io, options)", () => {
  it("takes paths from where the user is, also when npm has moved to the repository's root", () => {
    expect(createSession(io(), {}).resolve("runs")).toBe("/repository/runs");
    const session = createSession(io({ INIT_CWD: "/repository/docs" }), {});
    expect(session.resolve("runs")).toBe("/repository/docs/runs");
    expect(session.display("/repository/docs/runs/a")).toBe("runs/a");
    expect(session.display("/elsewhere")).toBe("/elsewhere");
    expect(session.display("/repository/docs")).toBe(".");
  });

  it("is as wide as the terminal, and 80 columns where nobody says how wide that is", () => {
    const width = (columns: number | undefined) =>
      createSession({ ...io(), stdout: { ...stream, columns } }, {}).width;
    expect([width(120), width(0), width(undefined)]).toEqual([120, 80, 80]);
  });

  it("takes the mirror from the option before the environment", () => {
    const env = { MINIBATCH_MIRROR: "there" };
    expect(createSession(io(env), {}).source.mirror).toBe("/repository/there");
    expect(createSession(io(env), { mirror: "https://a.example/b" }).source.mirror).toBe(
      "https://a.example/b",
    );
    expect(createSession(io(), {}).source).toMatchObject({
      mirror: undefined,
      offline: false,
      cache: undefined,
    });
  });

  it("says how to call it again, in the way it was called, with the same data", () => {
    const options = { mirror: "my mirror", offline: true };
    expect(createSession(io(), options).commandLine("train", "--resume", "runs/a-1")).toBe(
      "minibatch train --resume runs/a-1 --mirror 'my mirror' --offline",
    );
    const inRepository = createSession(io({ npm_lifecycle_event: "minibatch" }), {});
    expect(inRepository.commandLine("recipes")).toBe("npm run -s minibatch -- recipes");
    expect(createSession(io({ npm_lifecycle_event: "npx" }), {}).commandLine("recipes")).toBe(
      "npx minibatch recipes",
    );
  });
});
