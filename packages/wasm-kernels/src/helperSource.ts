/**
 * The body of a thread that helps: an instance of the kernels on the shared memory, which works until it is told to stop.
 * `setup` is a `HelperSetup`. Text, because a file would have to be found again behind every bundler.
 */
export const helperSource = `
const { exports } = new WebAssembly.Instance(setup.module, { env: { memory: setup.memory } });
exports.setTeam(setup.block, setup.threads, true);
exports.help();
`;
