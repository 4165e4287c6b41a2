/**
 * The body of a thread that helps: an instance of the kernels on the shared memory, which says that it is up and works
 * until it is told to stop. One that fails says so in the shared memory: messages and events of it arrive only when the
 * thread that computes has stopped waiting. A thread that is ended from outside, in the middle of a kernel, says nothing,
 * and no engine lets a waiting thread see that; nobody has a handle of it but this package.
 *
 * `setup` is a `HelperSetup`, `tell` posts to the thread that started it. Text, because a file would have to be found again
 * behind every bundler. Deno and Bun evaluate it as a CommonJS module, where names such as `exports` are taken.
 */
export const helperSource = `
const env = { memory: setup.memory, threadDied() {} };
const wide = setup.loops ? new WebAssembly.Instance(setup.loops, { env }).exports : {};
const kernels = new WebAssembly.Instance(setup.module, { env, wide }).exports;
kernels.setTeam(setup.block, setup.threads, true);
tell("up");
try {
  kernels.help();
} catch (error) {
  kernels.die();
  throw error;
}
`;
