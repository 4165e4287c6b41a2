import type { Cursor } from "../bytes/Cursor.ts";

/** What an object says of itself: a data set's shape, a group's links, an attribute. */
export interface Message {
  readonly type: number;
  readonly body: Cursor;
}

/** A name in a group, and where its object is. */
export type Link = readonly [name: string, address: number];

/** A group or a data set, as its header describes it. */
export interface Hdf5Object {
  readonly messages: readonly Message[];
  /** What is in a group. */
  readonly links: readonly Link[];
}
