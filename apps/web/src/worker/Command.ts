/** What a command is given beside its input. */
export interface CommandContext<Event = never> {
  /** Aborts when the page no longer wants the result. */
  readonly signal: AbortSignal;
  /** Tells the page something while the command goes on. */
  readonly emit: (event: Event) => void;
  /** The address of the page's folder, ending in a slash: what it loads lies beside it. */
  readonly base: string;
}

/** Something that a worker does for the page; input, events and output are cloned on their way. */
export type Command<Input, Output, Event = never> = (
  input: Input,
  context: CommandContext<Event>,
) => Promise<Output>;
