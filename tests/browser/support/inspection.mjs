// An inspection of a department, prepared and started over HTTP, and what the server knows of it.
import { randomBytes } from "node:crypto";

export const names = [
  "Đặng Thị Hường", "Nguyễn Văn Ba", "Trần Quốc Bảo", "Lê Thị Cúc", "Phạm Minh Dũng", "Hoàng Thị Én", "Vũ Đình Phong", "Bùi Thị Giang",
  "Đỗ Văn Hải", "Ngô Thị Hoa", "Dương Văn Khánh", "Lý Thị Lan",
];
/** What the department's own files say is theirs, in whatever language. */
export const own_words = [...names, "ngày", "Sở Tài chính", "Văn phòng", "Giám đốc", "Chuyên viên"];
const always = `[[schedule]]
name = "suot-ngay"
taps = "first_only"
ignores_calendar = true
[[schedule.season]]
valid_from = 2025-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
sessions = [{ name = "ngày", start = "00:05", end = "23:55", opens_before_min = 5, closes_after_min = 4, late_grace_min = 0, early_grace_min = 0 }]
`;

/** Adds a department with people on duty at any hour. */
export async function add_department(office) {
  await office.state("units", "code,name,kind,parent_code,valid_from,valid_to\nSTC,Sở Tài chính,department,TINH,2025-01-01,\nSTC-VP,Văn phòng,division,STC,2025-01-01,\n");
  const rows = names.map((name, i) => `TC${String(i + 1).padStart(2, "0")},${name},${i < 4 ? "STC" : "STC-VP"},${i === 0 ? "Giám đốc" : "Chuyên viên"},công chức,2025-01-01,`);
  await office.state("staff", `code,full_name,unit_code,position,category,valid_from,valid_to\n${rows.join("\n")}\n`);
  await office.import_schedules(always);
  await office.state("assignments", "schedule,unit_code,staff_code,valid_from,valid_to\nsuot-ngay,STC,,2025-01-01,\n");
}

/** Prepares an inspection of it and starts it, by the hand of `team[0]`, who leads it; `team` are inspectors' logins. As
 *  `watch` has it. */
export async function start_inspection(office, team, starts = true) {
  const [leader] = team;
  const inspection = await watch(office, new_id(), team);
  const { write } = inspection;
  await write(leader, "prepared", { unit_code: "STC", basis: "plan", form: "unannounced", team: "group", checklists: "badge+hours" });
  for (const person of team) {
    await write(leader, "joined", { login: person.name, full_name: person.name, role: person === leader ? "leader" : "member" });
  }
  if (starts) await write(leader, "started", {});
  return inspection;
}

/** An inspection: its `file`, what each of `team` writes into it (`write`), and what the server knows: all of it
 *  (`opened`), and what somebody says of whom (`words_of`), by code: "TC02 worn", "TC03 absent_with_paper GNP 12". */
export async function watch(office, file, team) {
  const write = await write_as(office, file, team);
  const cookie = await sign_in(office, team[0]);
  const opened = () => ask(office, cookie, "GET", `/inspections/${file}`);
  const words_of = async ({ name }) =>
    (await opened()).people
      .flatMap(({ staff_code, words }) => words.filter(({ by }) => by === name).map(({ observed, paper }) => [staff_code, observed, paper].filter(Boolean).join(" ")))
      .sort();
  return { file, write, opened, words_of };
}

/** Writes into a file by the hand of one of `team`. */
export async function write_as(office, file, team) {
  const cookies = new Map();
  for (const person of team) cookies.set(person.name, await sign_in(office, person));
  return async ({ name }, kind, fields) => {
    const steps = [{ id: new_id(), file, kind, at: Date.now(), fields }];
    const [fate] = (await ask(office, cookies.get(name), "POST", "/inspections/steps", { steps })).steps;
    if (!fate.taken) throw new Error(`${kind}: ${fate.title}`);
  };
}

const new_id = () => randomBytes(16).toString("hex");

/** The cookie of a session. */
async function sign_in(office, { name, password }) {
  const response = await fetch(`${office.url}/api/v1/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name, password }),
  });
  if (!response.ok) throw new Error(`sign-in of ${name}: ${response.status} ${await response.text()}`);
  return response.headers.get("set-cookie").split(";")[0];
}

async function ask(office, cookie, method, path, body) {
  const headers = { Cookie: cookie, Origin: office.url, "Content-Type": "application/json" };
  const response = await fetch(`${office.url}/api/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

// What is pressed on the page that an inspector carries from desk to desk.
export const keys_of = (page, name) => page.getByRole("group", { name });
export const press = (page, name, key) => keys_of(page, name).getByRole("button", { name: key, exact: true }).click();
/** The key shows that the mark is on the device. */
export const is_kept = (page, name, key) => keys_of(page, name).getByRole("button", { name: key, exact: true, pressed: true }).waitFor();
export async function mark(page, name, key) {
  await press(page, name, key);
  await is_kept(page, name, key);
}
export const all_sent = (page) => page.getByText("đã gửi hết").waitFor();
