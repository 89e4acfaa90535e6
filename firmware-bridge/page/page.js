// The screen at the door. /events of badge-bridge says what to show (firmware-bridge/page_answers.hpp). Whatever is not
// heard from the bridge is not believed: the page looks alive only while the bridge says every second that it is.
"use strict";

const shown_ms = 4000; // long enough to look up and read, short enough for the next person
const silence_ms_max = 5000; // the bridge speaks every second; a slow disk may hold it up
const try_again_ms = 2000; // where the browser has given up for good

const weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
const signs = { recorded: "✓", attention: "!", refused: "✕", notice: "i", deaf: "✕", dead: "✕", idle: "" };

// A bridge with several doors: ?entrance=cong-a shows one of them.
const wanted = new URLSearchParams(location.search).get("entrance");
const is_mine = (item) => wanted === null || item.entrance === wanted;

let state = null; // as last heard; null: the bridge is not heard
let tap = null; // shown now
let tap_over = 0;
let silence = 0;
let source = null;
let version = null;

function view() {
  if (!state) {
    return { look: "dead", said: "MẤT KẾT NỐI", concern: "ký sổ",
      foot: "Đầu đọc không sáng đèn thì lượt quét chưa được ghi nhận." };
  }
  const readers = state.readers.filter(is_mine);
  const deaf = readers.filter((reader) => !reader.hears);
  const foot = deaf.length > 0 ? `Đầu đọc không hoạt động: ${deaf.map((reader) => reader.id).join(", ")}` : "";
  if (tap) return { ...tap, foot };
  if (!state.recording) return { look: "deaf", said: "KHÔNG ghi được lượt quét", concern: "ký sổ", foot };
  if (deaf.length === readers.length) {
    return { look: "deaf", said: "Đầu đọc thẻ KHÔNG hoạt động", concern: "ký sổ", foot };
  }
  const concern = deaf.length > 0 ? "Một đầu đọc KHÔNG hoạt động" : "";
  return { look: "idle", said: state.now.slice(11), concern, foot };
}

/** One bar for each reader at which a check is open. */
function show_checks() {
  const open = state ? state.readers.filter((reader) => is_mine(reader) && reader.check) : [];
  const bars = document.getElementById("checks");
  for (const bar of [...bars.children])
    if (!open.some((reader) => bar.dataset.check === reader.check.ref)) bar.remove();
  for (const reader of open) {
    const { ref, shown, without_badge } = reader.check;
    const bar = [...bars.children].find((one) => one.dataset.check === ref) ?? bars.appendChild(new_bar(reader));
    const where = open.length > 1 ? ` – ${reader.id}` : "";
    put(bar.querySelector(".open"), `Đang kiểm tra việc đeo thẻ${where}`);
    bar.setAttribute("aria-label", `Đang kiểm tra việc đeo thẻ${where}`);
    put(bar.querySelector(".figures"), `Đã xuất trình thẻ:\u00a0${shown} · Không đeo thẻ:\u00a0${without_badge}`);
    bar.querySelector("[data-key=undo]").disabled = without_badge === 0;
  }
  bars.hidden = open.length === 0;
}

function new_bar(reader) {
  const bar = document.getElementById("check").content.firstElementChild.cloneNode(true);
  bar.dataset.check = reader.check.ref;
  for (const button of bar.querySelectorAll("button"))
    button.addEventListener("click", () => press(bar, reader, button.dataset.key));
  bar.querySelector("[data-key=undo]").setAttribute("aria-label", "Bớt 1 người không đeo thẻ");
  return bar;
}

/** The bridge answers when it is on its disk; what it counts then comes with the next state. */
async function press(bar, reader, key) {
  const query = new URLSearchParams({ reader: reader.id, check: reader.check.ref, key });
  const answer = await fetch(`/check?${query}`, { method: "POST", headers: { "X-Badge-Page": "1" } }).catch(() => null);
  const trouble = bar.querySelector(".trouble");
  if (answer?.ok || answer?.status === 409) return put(trouble, ""); // 409: it is over, or was taken back already
  put(trouble, "CHƯA ghi được lần bấm này – bấm lại hoặc ghi sổ");
}

function show() {
  show_checks();
  const { look, said, person, concern, foot } = view();
  document.body.dataset.look = look;
  write("sign", signs[look]);
  write("said", said);
  write("person", person);
  write("concern", concern);
  write("foot", foot);
  if (!state) return;
  const entrances = [...new Set(state.readers.filter(is_mine).map((reader) => reader.entrance))];
  const title = wanted ?? (state.title || entrances.join(" · "));
  write("title", title);
  document.title = title;
  const [year, month, day] = state.now.slice(0, 10).split("-");
  const weekday = weekdays[new Date(`${state.now.slice(0, 10)}T00:00Z`).getUTCDay()];
  write("date", `${weekday}, ${day}/${Number(month)}/${year}`);
}

/** Touches only what differs: a screen reader says again whatever is touched. */
function write(id, text = "") {
  put(document.getElementById(id), text);
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function on_state(event) {
  state = JSON.parse(event.data);
  version ??= state.version;
  if (state.version !== version) location.reload();
  clearTimeout(silence);
  silence = setTimeout(lost, silence_ms_max);
  show();
}

function on_tap(event) {
  const said = JSON.parse(event.data);
  if (!is_mine(said)) return;
  tap = said;
  clearTimeout(tap_over);
  tap_over = setTimeout(() => {
    tap = null;
    show();
  }, shown_ms);
  show();
}

/** The stream broke or is silent: says so at once, and begins anew. */
function lost() {
  state = null;
  tap = null;
  clearTimeout(tap_over);
  clearTimeout(silence);
  source.close();
  show();
  setTimeout(listen, try_again_ms);
}

function listen() {
  source = new EventSource("/events");
  source.addEventListener("state", on_state);
  source.addEventListener("tap", on_tap);
  source.addEventListener("error", lost);
  silence = setTimeout(lost, silence_ms_max);
}

show();
listen();
