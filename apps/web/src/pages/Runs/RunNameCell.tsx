import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { keptName, settleNames } from "../../state/keptNames.ts";
import { renameRun } from "../../state/runList.ts";
import { runsMessages } from "./messages.ts";

/** What a run is called, and a field to call it something else: Enter takes the new name, Escape the old one. */
export function RunNameCell({ id, name, busy, about, onRenamed }: RunNameCellProps): JSX.Element {
  const t = runsMessages.value;
  const editing = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const left = useRef(true);
  useEffect(() => {
    if (editing.value) field.current?.select();
    // Back to where it began; not at the very first.
    else if (!left.current) button.current?.focus();
    left.current = !editing.value;
  }, [editing.value]);
  const end = async (take: boolean): Promise<void> => {
    const text = field.current?.value.trim() ?? "";
    if (!editing.peek()) return;
    editing.value = false;
    if (!take || text === "" || text === name) return;
    settleNames(id);
    onRenamed((await renameRun(id, text)) ? t.renamed(keptName({ id, name: text })) : t.notRenamed);
  };
  if (editing.value) {
    return (
      <input
        ref={field}
        class="run-name"
        aria-label={t.newName(name)}
        defaultValue={name}
        maxLength={60}
        onKeyDown={({ key }) => {
          if (key === "Enter") void end(true);
          else if (key === "Escape") void end(false);
        }}
        onBlur={() => void end(true)}
      />
    );
  }
  return (
    <span class="row">
      <span class="run-name">{name}</span>
      <button
        ref={button}
        type="button"
        class="link small"
        aria-label={about}
        disabled={busy}
        onClick={() => (editing.value = true)}
      >
        {t.rename}
      </button>
    </span>
  );
}

interface RunNameCellProps {
  readonly id: string;
  readonly name: string;
  /** Whether it is trained at this moment, and writes its name itself. */
  readonly busy: boolean;
  /** The name of the button for those who do not see the line that it stands in. */
  readonly about: string;
  /** Told in words what came of it. */
  readonly onRenamed: (text: string) => void;
}
