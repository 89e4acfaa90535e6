import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { words } from "../i18n/language";

interface Props {
  file: File | null;
  take: (file: File) => void;
  accept?: string;
}

/** A button, and a place to drop a file on. */
export function FilePlace({ file, take, accept = ".csv,.txt,text/csv" }: Props) {
  const said = words.value.imports;
  const id = useId();
  const is_over = useSignal(false);
  return (
    <div
      class={`file-place${is_over.value ? " over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        is_over.value = true;
      }}
      onDragLeave={() => (is_over.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        is_over.value = false;
        const dropped = event.dataTransfer?.files[0];
        if (dropped) take(dropped);
      }}
    >
      <input
        id={id}
        type="file"
        class="unseen"
        accept={accept}
        onChange={(event) => {
          const picked = event.currentTarget.files?.[0];
          event.currentTarget.value = ""; // the same name may be chosen again
          if (picked) take(picked);
        }}
      />
      <label for={id} class="button">
        {file ? said.choose_other : said.choose}
      </label>
      <span class="soft">{file ? file.name : said.drop}</span>
    </div>
  );
}
