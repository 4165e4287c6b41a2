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
  it("takes paths from the folder it runs in, wherever a script of npm that calls it was started", () => {
    for (const env of [{}, { INIT_CWD: "/elsewhere", npm_lifecycle_event: "train" }]) {
      const session = createSession(io(env), {});
      expect(session.resolve("runs")).toBe("/repository/runs");
      expect(session.display("/repository/runs/a")).toBe("runs/a");
      expect(session.display("/elsewhere")).toBe("/elsewhere");
      expect(session.display("/repository")).toBe(".");
    }
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
    const inRepository = createSession(io({ MINIBATCH_CALLED_AS: "npm run -s minibatch --" }), {});
    expect(inRepository.commandLine("recipes")).toBe("npm run -s minibatch -- recipes");
    for (const event of ["npx", "start", "minibatch"]) {
      const byNpm = createSession(io({ npm_lifecycle_event: event }), {});
      expect(byNpm.commandLine("recipes")).toBe("npx minibatch recipes");
    }
  });
});
