// A small invented office and its July 2025: one of every verdict, everything else on time.
import { Stream } from "./wire.mjs";

export const month = "2025-07";
export const bridge = "cong-a";

export const files = {
  units: `code,name,kind,parent_code,valid_from,valid_to
TINH,Ủy ban nhân dân tỉnh,province,,2025-01-01,
SNV,Sở Nội vụ,department,TINH,2025-01-01,
SNV-CCVC,"Phòng Công chức, viên chức",division,SNV,2025-01-01,
X0,Ủy ban nhân dân phường Tân Hòa,commune,TINH,2025-01-01,2025-06-30
X1,Ủy ban nhân dân phường Tân Bình,commune,TINH,2025-01-01,
`,
  successions: `from_unit,to_unit,date,paper
X0,X1,2025-07-01,Nghị quyết 5/NQ-HĐND
`,
  staff: `code,full_name,unit_code,position,category,valid_from,valid_to,works_at
CB01,Nguyễn Văn An,SNV-CCVC,Trưởng phòng,công chức,2025-01-01,,
CB02,Trần Thị Bình,SNV-CCVC,Chuyên viên,công chức,2025-01-01,,
CB03,Lê Quốc Châu,SNV,Phó Giám đốc,công chức,2025-01-01,,
CB04,Phạm Thu Dung,X1,Chuyên viên,công chức,2025-01-01,,
CB05,Hoàng Minh Đức,X1,Chuyên viên,viên chức,2025-01-01,,
CB06,Vũ Thị Giang,SNV,Chuyên viên,công chức,2025-08-01,,X1
`,
  badges: `staff_code,uid,valid_from,valid_to,state
CB01,04A1B2C3D4E501,2025-01-01,,active
CB02,04A1B2C3D4E502,2025-01-01,,active
CB03,04A1B2C3D4E503,2025-01-01,,active
CB04,04A1B2C3D4E504,2025-01-01,,active
CB05,04A1B2C3D4E505,2025-01-01,,active
`,
  entrances: `entrance,unit_code,valid_from,valid_to
cong-a,SNV,2025-01-01,
cong-b,X1,2025-01-01,
`,
  schedules: `[[schedule]]
name = "hanh-chinh"
taps = "each_session"
[[schedule.season]]
valid_from = 2025-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri"]
sessions = [
  { name = "sáng",  start = "07:30", end = "11:30", opens_before_min = 120, closes_after_min = 60,  late_grace_min = 0, early_grace_min = 0 },
  { name = "chiều", start = "13:30", end = "17:00", opens_before_min = 60,  closes_after_min = 240, late_grace_min = 0, early_grace_min = 0 },
]
`,
  assignments: `schedule,unit_code,staff_code,valid_from,valid_to
hanh-chinh,TINH,,2025-01-01,
`,
  absences: `staff_code,kind,from,to,sessions,paper,reported_at
CB02,annual_leave,2025-07-10,2025-07-10,all,Đơn 12/ĐNP,2025-07-08
`,
  entitlements: `staff_code,year,service_from,base_days,carried_days,carried_until,paper
CB01,2025,2020-01-01,12,,,QĐ 3/QĐ-SNV
`,
};

const people = [
  { uid: "04A1B2C3D4E501", reader: "cong-a-1", entrance: "cong-a" },
  { uid: "04A1B2C3D4E502", reader: "cong-a-1", entrance: "cong-a" },
  { uid: "04A1B2C3D4E503", reader: "cong-a-1", entrance: "cong-a" },
  { uid: "04A1B2C3D4E504", reader: "cong-b-1", entrance: "cong-b" },
  { uid: "04A1B2C3D4E505", reader: "cong-b-1", entrance: "cong-b" },
];

/** Whose taps differ from 07:20, 11:31, 13:20, 17:01 on which day. */
const other_days = {
  "04A1B2C3D4E501 2025-07-09": ["07:37", "11:31", "13:20", "17:01"], // late 7 minutes
  "04A1B2C3D4E502 2025-07-10": [], // on leave
  "04A1B2C3D4E503 2025-07-11": ["13:20", "17:01"], // no morning, no paper
  "04A1B2C3D4E504 2025-07-14": ["13:20", "17:01"], // the reader was silent that morning
  "04A1B2C3D4E505 2025-07-14": ["13:20", "17:01"],
  "04A1B2C3D4E505 2025-07-15": ["07:20", "11:31", "13:20"], // forgot to tap out
};

/** The office's clock as an instant: Viet Nam has been at +07:00 all year round since 1975. */
export const instant = (date, clock) => Date.parse(`${date}T${clock}:00+07:00`);

/** The month as the entrance's bridge sends it: one batch. */
export function month_stream() {
  const stream = new Stream(bridge);
  stream.listening("cong-a-1", "cong-a", instant("2025-07-01", "05:00"));
  stream.listening("cong-b-1", "cong-b", instant("2025-07-01", "05:00"));
  for (const date of working_days()) {
    if (date === "2025-07-14") stream.deaf("cong-b-1", instant(date, "05:10"), "unplugged");
    for (const clock of ["07:20", "07:37", "11:31", "13:20", "17:01"]) {
      if (date === "2025-07-14" && clock === "13:20") {
        stream.listening("cong-b-1", "cong-b", instant(date, "13:00"));
      }
      for (const { uid, reader, entrance } of people) {
        const taps = other_days[`${uid} ${date}`] ?? ["07:20", "11:31", "13:20", "17:01"];
        if (taps.includes(clock)) stream.tap(reader, entrance, uid, instant(date, clock));
      }
    }
  }
  const end = instant("2025-07-31", "23:59");
  return { stream, body: stream.batch({ "cong-a-1": end, "cong-b-1": end }) };
}

function working_days() {
  const dates = Array.from({ length: 31 }, (_, i) => `2025-07-${String(i + 1).padStart(2, "0")}`);
  return dates.filter((date) => ![0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay()));
}
