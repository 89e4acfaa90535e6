#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <functional>

#include "reader-config/tap/tap_wire.hpp"
#include "tests/e2e/office.hpp"
#include "tests/e2e/stored_taps.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;

/// Rows as a bridge would have journalled them, sent in one batch.
class Journalled {
 public:
  explicit Journalled(std::string entrance) : entrance_(std::move(entrance)) {}

  void listening(Instant at) {
    add(Listening{entrance_ + "-1", entrance_, Direction::both, at, ClockState::synchronised});
  }
  void deaf(Instant at) { add(Deaf{entrance_ + "-1", at, "bridge stopped"}); }
  void tap(int badge, Instant at) {
    add(Tap{.reader = entrance_ + "-1",
            .entrance = entrance_,
            .direction = Direction::both,
            .credential = Credential::parse(invented_uid(badge)).value(),
            .at = at,
            .monotonic_ms = 1,
            .boot = "1f0c9a3e",
            .clock = ClockState::synchronised,
            .offset_ms = 0,
            .check_ref = ""});
  }

  [[nodiscard]] std::string batch(Instant now) const {
    std::string body =
        encode(BatchHead{
            .bridge = entrance_, .stream = std::string(32, 'b'), .after = {}, .sent_at = now, .alive = {}}) +
        "\n";
    for (const std::string& row : rows_) body += row + "\n";
    return body;
  }

 private:
  void add(Record record) { rows_.push_back(encode(Entry{rows_.size() + 1, std::move(record)})); }
  std::string entrance_;
  std::vector<std::string> rows_;
};

/// The sessions of one person on `office_day`.
json::array sessions(ServerUnderTest& server, const std::string& staff) {
  const auto month = json::parse(server.person(staff, "2026-09"));
  for (const auto& day : month.at("days").as_array())
    if (day.at("date").as_string() == office_date) return day.at("sessions").as_array();
  return {};
}

/// Waits until the server believes this of the reader of cong-a.
bool reader_is(ServerUnderTest& server, const std::string& state) {
  return eventually([&] {
    const auto status = json::parse(server.get("/api/v1/status"));
    for (const auto& stream : status.at("streams").as_array())
      for (const auto& reader : stream.at("readers").as_array())
        if (reader.at("reader").as_string() == "cong-a-1" && reader.at("state").as_string() == state)
          return true;
    return false;
  });
}

/// The entrance cong-a falls silent at 06:45 and is back at 09:10.
void expect_nobody_blamed_who_came_to_a_silent_entrance(
    const std::function<void(EntranceUnderTest&, ServerUnderTest&)>& fall_silent,
    const std::function<void(EntranceUnderTest&)>& come_back) {
  MachineFaults machine;
  set_clock(machine, on_office_day(6, 45));
  ServerUnderTest server(machine.environment());
  server.start();
  import_office(server, "cong-a", "cong-b");
  const std::string token_b = server.add_bridge("cong-b");
  EntranceUnderTest entrance({.name = "cong-a",
                              .server_port = server.port(),
                              .token = server.add_bridge("cong-a"),
                              .environment = machine.environment(),
                              .more_config = ""});

  entrance.start();
  ASSERT_TRUE(reader_is(server, "listening")) << entrance.log();
  fall_silent(entrance, server);
  ASSERT_TRUE(deliver_everything(server, entrance)) << entrance.log();
  set_clock(machine, on_office_day(9, 10));
  come_back(entrance);
  entrance.start();
  ASSERT_TRUE(reader_is(server, "listening")) << entrance.log();
  ASSERT_TRUE(entrance.tap(invented_uid(1)).has_value()) << entrance.log();
  ASSERT_TRUE(deliver_everything(server, entrance)) << entrance.log();

  // Meanwhile cong-b listens all day. TC001 comes at 08:00, TC002 not at all.
  set_clock(machine, on_office_day(21, 30));
  Journalled cong_b("cong-b");
  cong_b.listening(on_office_day(5, 0));
  cong_b.tap(11, on_office_day(8, 0));
  cong_b.deaf(on_office_day(21, 15));
  const auto stored = tools::HttpConnection(server.port(), token_b)
                          .ask({.method = "POST",
                                .target = "/api/v1/bridge/batches",
                                .content_type = "application/x-ndjson",
                                .body = cong_b.batch(on_office_day(21, 20))});
  ASSERT_TRUE(stored.has_value());
  ASSERT_EQ(stored->status, 200) << stored->body;

  const json::array late_elsewhere = sessions(server, "TC001"), absent_elsewhere = sessions(server, "TC002");
  ASSERT_EQ(late_elsewhere.size(), 2U);
  ASSERT_EQ(absent_elsewhere.size(), 2U);
  EXPECT_EQ(late_elsewhere[0].at("late_min").to_number<int>(), 30)
      << "the day is judged where readers listened";
  EXPECT_EQ(absent_elsewhere[0].at("state").as_string(), "absent");

  for (const char* staff : {"NV001", "NV002"}) {
    const json::array own = sessions(server, staff);
    ASSERT_EQ(own.size(), 2U) << staff;
    EXPECT_EQ(own[0].at("state").as_string(), "provisional") << staff << ": " << json::serialize(own[0]);
    EXPECT_EQ(own[0].at("late_min").to_number<int>(), 0) << staff;
    EXPECT_NE(own[1].at("state").as_string(), "absent") << staff;
  }
}

TEST(SilentReader, MakesNobodyAbsentOrLateWhoseReaderWasPulledOutAtTheStartOfTheDay) {
  expect_nobody_blamed_who_came_to_a_silent_entrance(
      [](EntranceUnderTest& entrance, ServerUnderTest& server) {
        entrance.reader().ok("unplug");
        ASSERT_TRUE(reader_is(server, "deaf")) << entrance.log();
      },
      [](EntranceUnderTest& entrance) { entrance.reader().ok("plug"); });
}

TEST(SilentReader, MakesNobodyAbsentOrLateWhoseEntranceLostItsPowerAtTheStartOfTheDay) {
  expect_nobody_blamed_who_came_to_a_silent_entrance(
      [](EntranceUnderTest& entrance, ServerUnderTest&) { entrance.kill(); }, [](EntranceUnderTest&) {});
}

}  // namespace
}  // namespace badge::test
