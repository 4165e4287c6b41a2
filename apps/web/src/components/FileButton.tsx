import type { JSX } from "preact";

/** A button that lets one choose files; the same ones again, too. */
export function FileButton({ label, accept, multiple = false, onFiles }: FileButtonProps): JSX.Element {
  return (
    <label class="button">
      {label}
      <input
        type="file"
        class="hidden"
        multiple={multiple}
        accept={accept}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </label>
  );
}

interface FileButtonProps {
  readonly label: string;
  /** Endings or types, as an input takes them. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}
