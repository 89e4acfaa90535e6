/** A row for each session. The columns that most offices leave out stand in README. */
const schedule_header = "schedule,valid_from,weekdays,session,start,end,opens_before_min,closes_after_min,late_grace_min,early_grace_min,taps";

/** The kinds of files, in the order in which a new office needs them, each with the first line of its file. */
export const import_kinds = [
  { kind: "units", header: "code,name,kind,parent_code,valid_from,valid_to" },
  { kind: "entrances", header: "entrance,unit_code,valid_from,valid_to" },
  { kind: "staff", header: "code,full_name,unit_code,position,category,valid_from,valid_to,list_order,works_at,entrances" },
  { kind: "badges", header: "staff_code,uid,valid_from,valid_to,state,kind" },
  { kind: "card_numbers", header: "staff_code,number,valid_from,valid_to" },
  { kind: "temporary_cards", header: "label,uid,unit_code,valid_from,valid_to" },
  { kind: "schedules", header: schedule_header },
  { kind: "assignments", header: "schedule,unit_code,staff_code,valid_from,valid_to" },
  { kind: "calendar", header: "date,kind,name,works_like,unit_code,from_time,except_units,except_staff,paper" },
  { kind: "heads", header: "unit_code,staff_code,role,valid_from,valid_to,paper" },
  { kind: "absences", header: "staff_code,kind,from,to,sessions,paper,reported_at,from_time,to_time,weekdays,approved_by,kept" },
  { kind: "corrections", header: "staff_code,unit_code,date,session,effect,at,from_time,to_time,cause,explanation,decision,decided_by,decision_reason,paper" },
  { kind: "regimes", header: "staff_code,kind,place,minutes_a_day,from,to,paper" },
  { kind: "duties", header: "date,schedule,unit_code,staff_code,paper" },
  { kind: "duty_slots", header: "unit_code,schedule,from,to,weekdays,people_min" },
  { kind: "entitlements", header: "staff_code,year,service_from,base_days,carried_days,carried_until,paper" },
  { kind: "credits", header: "staff_code,kind,date,from_time,to_time,earns_min,expires,paper,approved_by" },
  { kind: "indicators", header: "unit_code,period,indicator,value,source_paper" },
  { kind: "symbols", header: "unit_code,valid_from,meaning,symbol,name,column,weight" },
  { kind: "timesheet_forms", header: "unit_code,valid_from,method,half_days,body,budget_code,form,issued_by,timekeeper,division_head,approver" },
  { kind: "named_periods", header: "code,name,from,to,compared_from,compared_to" },
  { kind: "list_rules", header: "unit_code,valid_from,late_times,away_min,rule" },
  { kind: "trip_reports", header: "staff_code,trip_from,reported_on,paper" },
  { kind: "successions", header: "from_unit,to_unit,date,paper" },
  { kind: "pay_periods", header: "unit_code,valid_from,first_day" },
  { kind: "reader_ends", header: "entrance,reader,at,ruled_by,reason" },
  { kind: "clock_rulings", header: "stream,first_seq,last_seq,offset_s,ruled_by,reason" },
] as const;

export type ImportKind = (typeof import_kinds)[number]["kind"];

/** Numbers of cards leave the server nowhere; rulings belong to its own taps. */
const kept_here: readonly ImportKind[] = ["badges", "card_numbers", "temporary_cards", "reader_ends", "clock_rulings"];

/** The file of what is in force, which can be mended and imported again; null: there is none of this kind. */
export const export_name = (kind: ImportKind): string | null => (kept_here.includes(kind) ? null : `${kind}.xlsx`);

/** Hours are easier to mend than to invent. */
const schedule_example = `hanh-chinh,2026-01-01,thứ Hai - thứ Sáu,sáng,07:30,11:30,120,60,5,5,each_session\r
hanh-chinh,2026-01-01,,chiều,13:30,17:00,60,240,5,5,\r
`;

/** A file to begin with. */
export function template_of(kind: ImportKind): { name: string; text: string } {
  const header = import_kinds.find((each) => each.kind === kind)?.header ?? "";
  const rows = kind === "schedules" ? schedule_example : "";
  return { name: `${kind}.csv`, text: `\uFEFF${header}\r\n${rows}` }; // the mark tells spreadsheets that it is UTF-8
}

export const import_bytes_max = 8 * 1024 * 1024; // as the server takes
