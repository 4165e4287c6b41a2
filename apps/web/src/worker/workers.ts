import { startWorker, type WorkerClient } from "./startWorker.ts";

/** A worker that is started when it is first needed. */
export interface LazyWorker {
  /** The worker, started if it does not run. */
  get(): WorkerClient;
  /** Ends it at once; the next `get` starts another one. */
  end(): void;
}

function lazyWorker(): LazyWorker {
  let client: WorkerClient | undefined;
  return {
    get: () => (client ??= startWorker()),
    end() {
      client?.terminate();
      client = undefined;
    },
  };
}

/** Trains, and does nothing else. */
export const trainer: LazyWorker = lazyWorker();

/** Answers everything else: data, predictions, evaluations; also while the other one trains. */
export const reader: LazyWorker = lazyWorker();

/** Recognizes what is drawn, and answers at once whatever the others do. */
export const recognizer: LazyWorker = lazyWorker();

/** Fits the lines of Regression. */
export const lineFitter: LazyWorker = lazyWorker();

/** Trains the small networks that Learn shows, which go on while the page is left. */
export const learner: LazyWorker = lazyWorker();

/** Looks at data of one's own, trains on them, and answers with the network that came out. */
export const ownTrainer: LazyWorker = lazyWorker();

/** Looks into finished runs, epoch by epoch. */
export const explorer: LazyWorker = lazyWorker();

/** Trains the network that one builds. */
export const builder: LazyWorker = lazyWorker();
