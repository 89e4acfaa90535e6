/** Figures and dates as an office writes them: 1.234,5 and 09/3/2026 in Vietnamese. */
export type Language = "vi" | "en";

const locales: Record<Language, string> = { vi: "vi-VN", en: "en-GB" };

export function format_number(value: number, language: Language, decimals = 0): string {
  return new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** 0.945 → "94,5%". Only a faultless month reads 100,0%, and only an empty one 0,0%. */
export function format_share(share: number, language: Language): string {
  let tenths = Math.round(share * 1000);
  if (share < 1) tenths = Math.min(tenths, 999);
  if (share > 0) tenths = Math.max(tenths, 1);
  return format_number(tenths / 10, language, 1) + "%";
}

/** Vietnamese papers put a zero before days under 10 and before January and February only. */
export function format_date(date: string, language: Language): string {
  const { year, month, day } = split(date);
  if (language === "vi") return `${two(day)}/${vi_month(month)}/${year}`;
  return `${day} ${english_months[month - 1]?.slice(0, 3)} ${year}`;
}

/** The date inside a month that is already named: 09/7, 9 Jul. */
export function format_day(date: string, language: Language): string {
  const { month, day } = split(date);
  if (language === "vi") return `${two(day)}/${vi_month(month)}`;
  return `${day} ${english_months[month - 1]?.slice(0, 3)}`;
}

export function format_month(month: string, language: Language): string {
  const { year, month: number } = split(`${month}-01`);
  if (language === "vi") return `Tháng ${vi_month(number)}/${year}`;
  return `${english_months[number - 1]} ${year}`;
}

const clock_form = /(?:^|T|\s)(\d{2}:\d{2})(:\d{2})?/;

/** The clock of "07:37:12" or of an instant with its own offset: 07:37, with seconds where they matter. */
export function format_clock(at: string, with_seconds = false): string {
  const found = clock_form.exec(at);
  if (!found) return at;
  return with_seconds ? `${found[1]}${found[2] ?? ""}` : `${found[1]}`;
}

/** The office's wall time "2026-03-09T07:37:12" in ms since 1970, wherever the browser believes to be. */
export function instant_of(at: string): number {
  return Date.parse(/T.*(Z|[+-]\d\d:\d\d)$/.test(at) ? at : `${at}+07:00`);
}

/** Minutes since midnight of a clock or an instant; NaN where there is none. */
export function minutes_of(at: string): number {
  const [hours = NaN, minutes = NaN] = format_clock(at).split(":").map(Number);
  return hours * 60 + minutes;
}

/** The office's date, wherever the browser believes to be: Viet Nam has one zone. */
export function today(): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(); // 2026-03-09
}

export const english_months = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

function split(date: string): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return { year, month, day };
}

const two = (value: number): string => String(value).padStart(2, "0");
const vi_month = (month: number): string => (month < 3 ? two(month) : String(month));
