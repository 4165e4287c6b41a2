// The tests of one pure part, in one process: a mutant is tried in a second.
const conditions = ["@minibatch/source"];

export default {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: JSON.parse(process.env.MUTATION_TESTS ?? "[]"),
    testTimeout: 60_000,
    setupFiles: ["testing/src/compareTypedArrays.ts"],
    isolate: false,
    restoreMocks: true,
  },
};
