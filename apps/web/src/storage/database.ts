/** Everything that the app keeps, in one database of the browser; the page and its workers share it. */
const storeNames = ["runs", "checkpoints", "models", "modelFiles"] as const;
type StoreName = (typeof storeNames)[number];

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("minibatch", 1);
    request.addEventListener("upgradeneeded", () => {
      for (const name of storeNames) request.result.createObjectStore(name);
    });
    request.addEventListener("success", () => {
      // Another tab may want to bring in a newer layout.
      request.result.addEventListener("versionchange", () => request.result.close());
      resolve(request.result);
    });
    request.addEventListener("error", () => reject(request.error));
  });
  return opened;
}

/** One kind of thing that is kept, each under a key. */
export interface Store<Value> {
  get(key: string): Promise<Value | undefined>;
  /** All of them, in the order of their keys. */
  list(): Promise<Value[]>;
  put(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Gives a store; its methods reject with the browser's error where storage is blocked or full. */
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
  return {
    get: (key) => act("readonly", (store) => store.get(key)),
    list: () => act("readonly", (store) => store.getAll()),
    put: async (key, value) => void (await act("readwrite", (store) => store.put(value, key))),
    delete: (key) => act("readwrite", (store) => store.delete(key)),
  };
}
