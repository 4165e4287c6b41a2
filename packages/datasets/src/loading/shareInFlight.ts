/** Somebody who waits for a job: may leave before its end, and hears of its progress until then. */
export interface Passenger<Event> {
  readonly signal?: AbortSignal | undefined;
  /** The job waits for what it returns. */
  readonly onEvent?: ((event: Event) => void | Promise<void>) | undefined;
}

/** Tells everybody on board; settles when all have taken note. */
export type Emit<Event> = (event: Event) => Promise<void>;

/** A job under way, with everybody who waits for it. */
interface Flight<Event, Result> {
  readonly landing: Promise<Result>;
  readonly listeners: Set<(event: Event) => Promise<void>>;
  readonly abort: () => void;
}

/**
 * Makes a function that runs one job a key at a time: who asks for a key under way gets on and shares the result.
 *
 * Whoever aborts, or throws in `onEvent`, leaves alone; the job itself is aborted when nobody is left.
 */
export function shareInFlight<Event, Result>(): (
  key: string,
  passenger: Passenger<Event>,
  start: (signal: AbortSignal, emit: Emit<Event>) => Promise<Result>,
) => Promise<Result> {
  const flights = new Map<string, Flight<Event, Result>>();

  return (key, { signal, onEvent }, start) => {
    signal?.throwIfAborted();
    const flight = flights.get(key) ?? takeOff(start);
    flights.set(key, flight);
    return new Promise((resolve, reject) => {
      const listener = async (event: Event): Promise<void> => {
        try {
          await onEvent?.(event);
        } catch (error) {
          leave();
          reject(error);
        }
      };
      const abort = (): void => {
        leave();
        reject(signal?.reason as Error);
      };
      const leave = (): void => {
        signal?.removeEventListener("abort", abort);
        flight.listeners.delete(listener);
        if (flight.listeners.size > 0) return;
        if (flights.get(key) === flight) flights.delete(key);
        flight.abort();
      };
      flight.listeners.add(listener);
      signal?.addEventListener("abort", abort, { once: true });
      flight.landing.finally(leave).then(resolve, reject);
    });
  };
}

function takeOff<Event, Result>(
  start: (signal: AbortSignal, emit: Emit<Event>) => Promise<Result>,
): Flight<Event, Result> {
  const controller = new AbortController();
  const listeners: Flight<Event, Result>["listeners"] = new Set();
  const landing = start(controller.signal, async (event) => {
    await Promise.all(Array.from(listeners, (listen) => listen(event)));
  });
  return { landing, listeners, abort: () => controller.abort() };
}
