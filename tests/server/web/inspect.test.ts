import assert from "node:assert/strict";
import test from "node:test";
import type { ListedPerson, Observed, OpenInspection, SentStep, Word } from "web/api/inspections";
import { absent, seen_people, shown, undoing, walked, type Seen } from "web/model/inspect_marks";
import { at_after, batch_steps_max, draw_id, mark_step, next_batch, pause_ms, settled, type KeptStep } from "web/model/inspect_queue";

const file = "0".repeat(31) + "f";
const eight = Date.parse("2026-03-09T08:00:00+07:00");

const person = (staff_code: string, some: Partial<ListedPerson> = {}): ListedPerson => ({
  staff_code, full_name: `Nguyễn ${staff_code}`, job: "", unit_code: "VP", unit_name: "Văn phòng", presence: "present",
  first_tap: null, paper: "", reported_at: null, words: [], holds: null, disputed: false, ...some,
});
const inspection = (people: ListedPerson[]): OpenInspection => ({
  file, state: "started", number: "1/2026", unit_code: "SNV", unit_name: "Sở Nội vụ", started_at: null, people,
});
const word = (by: string, observed: Observed, minute = 0): Word => ({
  by, observed, at: new Date(eight + minute * 60_000).toISOString(), paper: "", note: "",
});
const step = (observed: Observed, minute = 0, some: Partial<KeptStep> = {}): KeptStep => ({
  ...mark_step("huong", file, { staff_code: "A", observed }, eight + minute * 60_000), ...some,
});
const seen = (listed: ListedPerson, ...steps: KeptStep[]): Seen => seen_people(inspection([listed]), steps, "huong")[0] as Seen;

test("what is not delivered yet stands over the server's view, and says so", () => {
  const one = seen(person("A"), step("not_worn"));
  assert.equal(one.mine?.observed, "not_worn");
  assert.equal(one.holds, "not_worn");
  assert.ok(one.unsent);
  assert.ok(!seen(person("A"), step("not_worn", 0, { state: "delivered" })).unsent);
});

test("the later word of one inspector holds, wherever it is kept", () => {
  const known = person("A", { words: [word("huong", "worn", 5)], holds: "worn" });
  assert.equal(seen(known, step("not_worn", 9)).mine?.observed, "not_worn");
  assert.equal(seen(known, step("not_worn", 2)).mine?.observed, "worn", "another device of mine was later");
});

test("of others nothing is overwritten: a word that differs makes a disagreement", () => {
  const known = person("A", { words: [word("lan", "worn")], holds: "worn" });
  const one = seen(known, step("not_worn", 1));
  assert.deepEqual(one.others, known.words);
  assert.ok(one.disputed);
  assert.equal(one.holds, null);
  assert.ok(!seen(known, step("worn", 1)).disputed);
});

test("what was settled holds until somebody says something else", () => {
  const known = person("A", { words: [word("huong", "worn"), word("lan", "not_worn")], holds: "not_worn" });
  assert.equal(seen(known).holds, "not_worn");
  assert.equal(seen(known, step("worn", 0, { state: "delivered" })).holds, "not_worn", "the same word, still kept here");
  assert.ok(seen(known, step("worn_wrongly", 3)).disputed);
});

test("the server's times are the office's, wherever the device believes to be", () => {
  const known = person("A", { words: [{ ...word("huong", "worn"), at: "2026-03-09T08:05:40" }], holds: "worn" });
  assert.equal(seen(known, step("not_worn", 5)).mine?.observed, "worn");
  assert.equal(seen(known, step("not_worn", 6)).mine?.observed, "not_worn");
  assert.equal(seen(known).said_at, eight + 340_000);
});

test("taking back leaves no word of mine and others' as they are", () => {
  const known = person("A", { words: [word("huong", "worn"), word("lan", "not_worn")], disputed: true });
  const one = seen(known, step("taken_back", 3));
  assert.equal(one.mine, null);
  assert.equal(one.holds, "not_worn");
  assert.ok(one.unsent);
});

test("what the server refused does not count, and is not forgotten", () => {
  const refused = step("not_worn", 3, { state: "refused", reason: "Cuộc kiểm tra đã kết thúc" });
  const one = seen(person("A", { words: [word("huong", "worn")], holds: "worn" }), refused);
  assert.equal(one.mine?.observed, "worn");
  assert.equal(one.refused?.id, refused.id);
  assert.equal(seen(person("A"), refused, step("worn", 4)).refused, null, "a later word stands");
});

test("steps of another login or another inspection are nobody's here", () => {
  assert.equal(seen(person("A"), step("worn", 0, { owner: "lan" }), step("worn", 0, { file: "1".repeat(32) })).mine, null);
});

test("each word is said in a later second than the one before, because the server orders by the second", () => {
  assert.equal(at_after(null, 5_400), 5_400);
  assert.equal(at_after(5_400, 5_700), 6_400);
  assert.equal(at_after(5_400, 900), 6_400, "the clock was set back");
  assert.equal(at_after(5_400, 60_000), 60_000);
});

test("undoing brings back the word before, or takes the mark back", () => {
  assert.equal(undoing(null).observed, "taken_back");
  assert.deepEqual(undoing({ ...word("huong", "absent_with_paper"), paper: "GNP 12" }), { observed: "absent_with_paper", paper: "GNP 12", note: "" });
});

test("absent means with the paper that was known at the start, or without", () => {
  assert.deepEqual(absent(person("A", { presence: "away", paper: "GNP 12" })), { observed: "absent_with_paper", paper: "GNP 12" });
  assert.deepEqual(absent(person("A", { presence: "not_seen" })), { observed: "absent_without" });
});

test("progress counts whom anybody saw, and who was off only if seen", () => {
  const people = [person("A"), person("B", { words: [word("lan", "worn")], holds: "worn" }), person("C", { presence: "off" })];
  assert.deepEqual(walked(seen_people(inspection(people), [], "huong")), { checked: 1, listed: 2, disputed: 0 });
});

test("people are found by name without marks or by code, also when marked", () => {
  const people = [person("CB01", { full_name: "Đặng Thị Hường" }), person("CB02", { words: [word("lan", "worn")] })];
  const all = seen_people(inspection(people), [], "huong");
  assert.deepEqual(shown(all, "unchecked", ""), ["CB01"]);
  assert.deepEqual(shown(all, "unchecked", "dang huong"), ["CB01"]);
  assert.deepEqual(shown(all, "unchecked", "cb02"), ["CB02"]);
  assert.deepEqual(shown(all, "all", ""), ["CB01", "CB02"]);
});

test("people are found by the number on their badge, by its digits alone too, and by a whole citizen id", () => {
  const people = [person("CB01", { badge_number: "H10.12.••••••••7890.CC" }), person("CB02", { badge_number: "SNV-0007/45" }), person("CB03")];
  const all = seen_people(inspection(people), [], "huong");
  for (const question of ["7890", "h10.12.001234567890.cc", "001234567890", "0012 3456 7890", "12001234567890"]) {
    assert.deepEqual(shown(all, "unchecked", question), ["CB01"], question);
  }
  for (const question of ["0007", "000745", "snv-0007/45", " SNV - 0007"]) assert.deepEqual(shown(all, "unchecked", question), ["CB02"], question);
  assert.deepEqual(shown(all, "unchecked", "cc"), [], "letters are of names");
  assert.deepEqual(shown(all, "unchecked", "001234567891"), [], "somebody else");
});

test("ids are 32 hexadecimal digits, drawn anew each time", () => {
  assert.match(draw_id(), /^[0-9a-f]{32}$/);
  assert.notEqual(draw_id(), draw_id());
});

test("a batch holds what waits, in its order, and no more than one request may", () => {
  const waiting = Array.from({ length: batch_steps_max + 5 }, (_, i) => step("worn", i));
  const batch = next_batch([step("worn", 0, { state: "refused" }), ...waiting]);
  assert.deepEqual(batch.map(({ id }) => id), waiting.slice(0, batch_steps_max).map(({ id }) => id));
  assert.deepEqual(Object.keys(batch[0] ?? {}), ["id", "file", "kind", "at", "fields"]);
});

test("only what the answer names is settled", () => {
  const [one, two, three] = [step("worn"), step("worn"), step("worn")];
  const after = settled([one, two, three], [{ id: one.id, taken: true }, { id: two.id, taken: false, title: "Không có người này" }]);
  assert.deepEqual(after.map(({ id, state, reason }) => [id, state, reason]), [
    [one.id, "delivered", ""],
    [two.id, "refused", "Không có người này"],
  ]);
});

test("pauses grow to a minute", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 60].map(pause_ms), [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});

/** The server as far as marks go: each id once, of each inspector the last word. */
class Server {
  private readonly steps = new Map<string, SentStep & { by: string }>();
  take(by: string, batch: SentStep[]) {
    for (const each of batch) if (!this.steps.has(each.id)) this.steps.set(each.id, { ...each, by });
    return batch.map(({ id }) => ({ id, taken: true as const }));
  }
  people(): ListedPerson[] {
    return ["A", "B", "C"].map((code) => {
      const last = new Map<string, SentStep>();
      const said = [...this.steps.values()].filter(({ fields }) => fields.staff_code === code);
      for (const each of said) {
        const before = last.get(each.by);
        const order = before ? Math.floor(each.at / 1000) - Math.floor(before.at / 1000) : 1;
        if (before === undefined || order > 0 || (order === 0 && each.id > before.id)) last.set(each.by, each);
      }
      const words = [...last].map(([by, { at, fields }]) => ({ ...word(by, fields.observed as Observed), at: new Date(Math.floor(at / 1000) * 1000).toISOString() }))
        .filter(({ observed }) => observed !== "taken_back").sort((a, b) => (a.by < b.by ? -1 : 1));
      const same = words.every(({ observed }) => observed === words[0]?.observed);
      return person(code, { words, holds: same ? (words[0]?.observed ?? null) : null, disputed: !same });
    });
  }
  count = () => this.steps.size;
}

class Phone {
  steps: KeptStep[] = [];
  view = inspection(["A", "B", "C"].map((code) => person(code)));
  constructor(readonly me: string) {}
  all = () => seen_people(this.view, this.steps, this.me);
  mark(code: string, observed: Observed, now: number) {
    const before = this.all().find((each) => each.person.staff_code === code)?.said_at ?? null;
    this.steps.push(mark_step(this.me, file, { staff_code: code, observed }, at_after(before, now)));
  }
  deliver(server: Server, answer_arrives: boolean) {
    const fates = server.take(this.me, next_batch(this.steps));
    if (!answer_arrives) return; // it all goes again
    const changed = new Map(settled(this.steps, fates).map((each) => [each.id, each]));
    this.steps = this.steps.map((each) => changed.get(each.id) ?? each);
  }
  look(server: Server) {
    const gone = new Set(this.steps.filter(({ state }) => state === "delivered").map(({ id }) => id));
    this.view = inspection(server.people());
    this.steps = this.steps.filter(({ id }) => !gone.has(id));
  }
}

test("two phones that are offline most of the time lose nothing, double nothing, and see the same in the end", () => {
  const observed: Observed[] = ["worn", "not_worn", "exempt", "absent_without", "taken_back"];
  let seed = 20_260_309;
  const draw = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  for (let round = 0; round < 300; ++round) {
    const server = new Server();
    const phones = [new Phone("huong"), new Phone("lan")];
    const meant = new Map<string, Observed>(); // what each meant last of each
    let now = eight, written = 0;
    for (let i = 0; i < 40; ++i) {
      const phone = phones[draw(2)] as Phone;
      const code = ["A", "B", "C"][draw(3)] as string;
      now += draw(1_500);
      const what = draw(6);
      if (what < 3) {
        const said = observed[draw(observed.length)] as Observed;
        phone.mark(code, said, now);
        meant.set(`${phone.me} ${code}`, said);
        written += 1;
        const mine = phone.all().find((each) => each.person.staff_code === code)?.mine?.observed ?? "taken_back";
        assert.equal(mine, said, "one's own word is seen at once");
      } else if (what === 3) phone.deliver(server, true);
      else if (what === 4) phone.deliver(server, false);
      else phone.look(server);
    }
    for (const phone of phones) phone.deliver(server, true);
    for (const phone of phones) phone.look(server);
    assert.equal(server.count(), written);
    for (const one of server.people()) {
      for (const { me } of phones) {
        const last = meant.get(`${me} ${one.staff_code}`) ?? "taken_back";
        assert.equal(one.words.find(({ by }) => by === me)?.observed ?? "taken_back", last);
      }
      for (const phone of phones) {
        const view = phone.all().find((each) => each.person.staff_code === one.staff_code) as Seen;
        assert.deepEqual([view.holds, view.disputed, view.unsent], [one.holds, one.disputed, false]);
      }
    }
  }
});
