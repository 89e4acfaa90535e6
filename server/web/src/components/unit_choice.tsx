import { useId } from "preact/hooks";
import { paths } from "../api/client";
import type { Months, UnitReport } from "../api/types";
import { language } from "../i18n/language";
import { useResource } from "../resource";

interface Props {
  label: string;
  none: string; // what no unit at all means
  value: string;
  choose: (code: string) => void;
  disabled?: boolean;
}

/** One of the units that the reader may see, each under the one above it; or none. */
export function UnitChoice({ label, none, value, choose, disabled }: Props) {
  const id = useId();
  const { value: months } = useResource<Months>(paths.months()).value;
  return (
    <div class="field unit-choice">
      <label for={id}>{label}</label>
      <select id={id} value={value} disabled={disabled} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{none}</option>
        {months && <Units month={months.default} value={value} />}
      </select>
    </div>
  );
}

function Units({ month, value }: { month: string; value: string }) {
  const { value: report } = useResource<UnitReport>(paths.units(month, language.value)).value;
  const rows = report?.rows ?? [];
  return (
    <>
      {value && !rows.some(({ unit_code }) => unit_code === value) && (
        <option value={value} selected>
          {value}
        </option>
      )}
      {rows.map((row) => (
        <option key={row.unit_code} value={row.unit_code} selected={row.unit_code === value}>
          {"\u00a0".repeat(3 * row.level) + row.unit_name}
        </option>
      ))}
    </>
  );
}
