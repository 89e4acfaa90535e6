#pragma once
/// An office in a real store, to which random commands happen, and what must hold of it at any time.
#include <memory>

#include "server/app/month_reports.hpp"
#include "server/app/period_closes.hpp"
#include "tests/server/app/random_facts.hpp"
#include "tests/server/store/store_fixture.hpp"

namespace badge::app::test {

class RandomOffice {
 public:
  RandomOffice();

  /// Schedules, units, people with cards, entrances: what most sequences would begin with.
  void found();
  void run(const Command& command);
  /// Throws, with what differs, where a derived figure is not what the facts say.
  void check();
  /// Throws where one figure is another on another sheet (random_papers.hpp).
  void check_sheets_agree();

  [[nodiscard]] std::uint64_t facts() const { return facts_; }  // and taps that were committed
  [[nodiscard]] std::uint64_t closed() const { return closed_; }
  /// The month report as text, without versions.
  [[nodiscard]] std::string report(std::chrono::year_month month) { return text_of(*months_->get(month)); }
  void state(store::Fact fact);
  void import_taps(unsigned a, unsigned b, unsigned c, unsigned d);

 private:
  void open();
  void tap(const Command& command);
  void listen(const Command& command);
  void send(std::size_t stream, std::uint64_t from);
  void close(const Command& command, bool preliminary);
  void reopen(const Command& command);
  [[nodiscard]] static std::string text_of(const JudgedMonth& judged);
  void check_sheets(const JudgedMonth& judged);
  void check_history();

  badge::test::TempDir folder_;
  OfficeTime office_ = OfficeTime::load("Asia/Ho_Chi_Minh").value();
  std::atomic<Instant> now_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<Evidence> evidence_;
  std::unique_ptr<MonthReports> months_;
  std::unique_ptr<PeriodCloses> closes_;
  struct Stream {
    badge::test::Journal journal;
    std::uint64_t sent = 0;
    Instant alive_until{};
  };
  std::vector<Stream> streams_;
  std::vector<std::pair<std::uint64_t, Digest>> signed_;  // position and digest of every close
  std::uint64_t facts_ = 0, closed_ = 0, imports_ = 0;
};

}  // namespace badge::app::test
