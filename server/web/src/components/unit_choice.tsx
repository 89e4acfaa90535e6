import { useId } from "preact/hooks";
import { units_path, type UnitOption } from "../api/units";
import { useResource } from "../resource";

interface Props {
  label: string;
  none: string; // what no unit at all means
  value: string;
  choose: (code: string) => void;
}

/** One of the units that the reader may see, each under the one above it; or none. */
export function UnitChoice({ label, none, value, choose }: Props) {
  const id = useId();
  const { value: answer } = useResource<{ units: UnitOption[] }>(units_path).value;
  const units = answer?.units ?? [];
  return (
    <div class="field unit-choice">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{none}</option>
        {value && !units.some(({ code }) => code === value) && <option value={value}>{value}</option>}
        {units.map(({ code, name, level }) => (
          <option key={code} value={code} selected={code === value}>
            {"\u00a0".repeat(3 * level) + name}
          </option>
        ))}
      </select>
    </div>
  );
}
