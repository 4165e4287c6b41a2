import type { ComponentChildren, JSX, TargetedDragEvent } from "preact";
import { droppedFiles } from "../../state/droppedFiles.ts";

/** A part of the page that files are dropped on; a browser would go away to show them. */
export function DropArea({ class: kind, onFiles, children }: DropAreaProps): JSX.Element {
  return (
    <div
      class={kind}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: TargetedDragEvent<HTMLElement>) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        void droppedFiles(event.dataTransfer).then(onFiles);
      }}
    >
      {children}
    </div>
  );
}

interface DropAreaProps {
  readonly class: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}
