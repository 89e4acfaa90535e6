import { useId } from "preact/hooks";

export function DayField({ label, value, choose }: { label: string; value: string; choose: (date: string) => void }) {
  const id = useId();
  return (
    <div class="field unit-choice">
      <label for={id}>{label}</label>
      <input id={id} type="date" value={value} onChange={(event) => choose(event.currentTarget.value)} />
    </div>
  );
}
