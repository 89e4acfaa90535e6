import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Grant, Role } from "../api/types";
import { units_path, type UnitOption } from "../api/units";
import { words } from "../i18n/language";
import { given_roles, is_whole, new_grant } from "../model/grants";
import { useResource } from "../resource";
import { capital } from "./session_list";

/** The roles of one login, each with its unit and its days. */
export function GrantFields({ grants }: { grants: Signal<Grant[]> }) {
  const said = words.value.accounts;
  const list = useId();
  const set = (place: number, some: Partial<Grant>) => {
    grants.value = grants.value.map((grant, i) => (i === place ? { ...grant, ...some } : grant));
  };
  return (
    <div class="grants">
      {grants.value.map((grant, place) => (
        <fieldset key={place} class="grant">
          <legend class="unseen">{said.role_number(String(place + 1))}</legend>
          <GrantField grant={grant} units={list} set={(some) => set(place, some)} />
          <button type="button" class="plain" onClick={() => (grants.value = grants.value.filter((_, i) => i !== place))}>
            {said.remove_role}
          </button>
        </fieldset>
      ))}
      <button type="button" class="plain" onClick={() => (grants.value = [...grants.value, new_grant])}>
        {said.add_role}
      </button>
      {grants.value.some(({ role }) => !is_whole(role)) && <UnitList id={list} />}
    </div>
  );
}

function GrantField({ grant, units, set }: { grant: Grant; units: string; set: (some: Partial<Grant>) => void }) {
  const said = words.value;
  return (
    <div class="grant-fields">
      <label class="field">
        <span>{said.accounts.role}</span>
        <select value={grant.role} onChange={(event) => set({ role: event.currentTarget.value as Role })}>
          {given_roles.map((role) => (
            <option key={role} value={role}>
              {capital(said.roles[role])}
            </option>
          ))}
        </select>
      </label>
      {!is_whole(grant.role) && (
        <label class="field">
          <span>{said.accounts.unit}</span>
          <input type="text" list={units} value={grant.unit} spellcheck={false} onInput={(event) => set({ unit: event.currentTarget.value })} />
        </label>
      )}
      <label class="field">
        <span>{said.accounts.from}</span>
        <input type="date" value={grant.from ?? ""} onInput={(event) => set({ from: event.currentTarget.value || null })} />
      </label>
      <label class="field">
        <span>{said.accounts.to}</span>
        <input type="date" value={grant.to ?? ""} onInput={(event) => set({ to: event.currentTarget.value || null })} />
      </label>
    </div>
  );
}

/** Helps with the codes of units; a code that is not listed can be typed all the same. */
function UnitList({ id }: { id: string }) {
  const { value } = useResource<{ units: UnitOption[] }>(units_path).value;
  return (
    <datalist id={id}>
      {value?.units.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  );
}
