import type { NowReport, NowSlot } from "../api/now";
import { format_date, format_number } from "../format";
import { language, words } from "../i18n/language";
import type { SignName } from "../model/signs";
import { href } from "../route";
import { capital } from "./session_list";
import { Sign, type TapSign } from "./sign";

const cover_sign: Record<NowSlot["cover"], SignName | TapSign> = { empty: "attention", unnamed: "absent", unknown: "provisional" };

/** Duty slots that nobody holds, with what is known of why. */
export function NowSlots({ report }: { report: NowReport }) {
  const said = words.value.now;
  if (report.slots.length === 0) return null;
  return (
    <section class="presence now-slots">
      <h2>
        {said.slots} <span class="count">{format_number(report.slots.length, language.value)}</span>
      </h2>
      <ul class="people-now">
        {report.slots.map((slot) => (
          <li key={`${slot.unit_code} ${slot.schedule} ${slot.date}`}>
            <span class="who-now">
              <Sign name={cover_sign[slot.cover]} />{" "}
              {slot.unit_code === report.unit.code ? slot.unit_name : <a href={href({ page: "now", unit: slot.unit_code })}>{slot.unit_name}</a>}
              <span class="about">
                {slot.schedule} · {slot.from}–{slot.until}
                {slot.date !== report.date && ` · ${format_date(slot.date, language.value)}`}
              </span>
            </span>
            <span class="what-now">{capital(slot.text)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
