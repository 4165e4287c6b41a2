// The part of jasmine-core that is used here; its package brings no types.
declare module "jasmine-core/lib/jasmine-core/jasmine.js" {
  export interface JasmineEnv {
    configure(configuration: { readonly random: boolean }): void;
    addReporter(reporter: {
      specDone(result: {
        readonly fullName: string;
        readonly status: string;
        readonly failedExpectations: readonly { readonly message: string }[];
      }): void;
    }): void;
    execute(): Promise<unknown>;
  }
  interface Jasmine {
    getEnv(options: { readonly suppressLoadErrors: boolean }): JasmineEnv;
  }
  interface JasmineRequire {
    core(require: JasmineRequire): Jasmine;
    interface(jasmine: Jasmine, env: JasmineEnv): Readonly<Record<string, unknown>>;
  }
  const jasmineRequire: JasmineRequire;
  export default jasmineRequire;
}
