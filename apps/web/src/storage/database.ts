import type { MemoryReason, StoreName } from "./Memory.ts";
import { sharedMemory } from "./sharedMemory.ts";

/** Everything that the app keeps, in one database of the browser; the page and its workers share it. */
const storeNames = [
  "runs",
  "checkpoints",
  "models",
  "modelFiles",
  "epochs",
] as const satisfies readonly StoreName[];

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("minibatch", 2);
    request.addEventListener("upgradeneeded", () => {
      const { objectStoreNames } = request.result;
      for (const name of storeNames) {
        if (!objectStoreNames.contains(name)) request.result.createObjectStore(name);
      }
    });
    request.addEventListener("success", () => {
      // Another tab may want to bring in a newer layout; site data may be cleared while the page is open.
      for (const type of ["versionchange", "close"]) {
        request.result.addEventListener(type, () => {
          request.result.close();
          opened = undefined;
        });
      }
      resolve(request.result);
    });
    request.addEventListener("error", () => reject(request.error));
  });
  // What is blocked now may be allowed a moment later.
  opened.catch(() => (opened = undefined));
  return opened;
}

/** One kind of thing that is kept, each under a key. */
export interface Store<Value> {
  get(key: string): Promise<Value | undefined>;
  /** All of them. */
  list(): Promise<Value[]>;
  put(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<void>;
}

/**
 * Gives a store. Where the browser keeps nothing for the page, or has no room left, it keeps things in the memory of the page, which
 * says so.
 */
export function store<Value>(name: StoreName): Store<Value> {
  const act = async <Result>(
    mode: IDBTransactionMode,
    action: (store: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result> => {
    const transaction = (await open()).transaction(name, mode);
    const request = action(transaction.objectStore(name));
    return new Promise((resolve, reject) => {
      transaction.addEventListener("complete", () => resolve(request.result));
      transaction.addEventListener("error", () => reject(transaction.error));
      transaction.addEventListener("abort", () => reject(transaction.error));
    });
  };
  const kept = {
    get: (key: string) => act("readonly", (store): IDBRequest<Value | undefined> => store.get(key)),
    keys: () => act("readonly", (store) => store.getAllKeys()),
    list: () => act("readonly", (store): IDBRequest<Value[]> => store.getAll()),
  };
  return {
    // What is in memory is newer: it is there because the database did not take it.
    async get(key) {
      const inMemory = (await sharedMemory.get(name, key)) as Value | undefined;
      return inMemory ?? kept.get(key).catch(() => undefined);
    },
    async list() {
      const inMemory = new Map((await sharedMemory.entries(name)) as [string, Value][]);
      const [keys, values] = await Promise.all([kept.keys(), kept.list()]).catch(() => [[], []] as const);
      const others = values.filter((_, index) => !inMemory.has(keys[index] as string));
      return [...others, ...inMemory.values()];
    },
    async put(key, value) {
      try {
        await act("readwrite", (store) => store.put(value, key));
      } catch (error) {
        return sharedMemory.put(name, key, value, reasonOf(error));
      }
      await sharedMemory.delete(name, key);
    },
    async delete(key) {
      await sharedMemory.delete(name, key);
      await act("readwrite", (store) => store.delete(key)).catch(() => {});
    },
  };
}

function reasonOf(error: unknown): MemoryReason {
  return (error as { readonly name?: unknown } | null)?.name === "QuotaExceededError" ? "full" : "blocked";
}
