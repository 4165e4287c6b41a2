/**
 * The body of a thread that helps: an instance of the kernels on the shared memory, which says that it is up and works
 * until it is told to stop. `setup` is a `HelperSetup`, `tell` posts to the thread that started it. Text, because a file
 * would have to be found again behind every bundler. Deno and Bun evaluate it as a CommonJS module, where names such as
 * `exports` are taken.
 */
export const helperSource = `
const kernels = new WebAssembly.Instance(setup.module, { env: { memory: setup.memory } }).exports;
kernels.setTeam(setup.block, setup.threads, true);
tell("up");
kernels.help();
`;
