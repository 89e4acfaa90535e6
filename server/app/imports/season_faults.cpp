#include "server/app/imports/season_faults.hpp"

#include <set>
#include <utility>

#include "server/attendance/day_plan.hpp"

namespace badge::app {
namespace {

using attendance::day_length;
using attendance::Season;
using attendance::SessionRule;

class Faults {
 public:
  Faults(const Season& season, const ImportReport& report) : season_(season), report_(report) {}

  std::vector<SeasonFault> take() && {
    for (at_ = 0; at_ < season_.sessions.size(); ++at_) {
      check_alone(season_.sessions[at_]);
      check_beside_others(season_.sessions[at_]);
    }
    check_flexible_arrival();
    check_day();
    return std::move(faults_);
  }

 private:
  void check_alone(const SessionRule& session) {
    if (session.name.find('+') != std::string::npos) {
      add("name", report_.say("tên buổi không được có dấu +, vì các tệp khác nối tên buổi bằng dấu đó",
                              "must not hold a +, because other files join sessions by it"));
    }
    if (session.end == session.start) return;
    if (session.end > attendance::session_end_max) {
      add("end", report_.say("buổi trực đêm phải kết thúc trước 12:00 hôm sau",
                             "night duty must end by 12:00 of the next day"));
    }
    const auto length = session.end - session.start;
    if (session.late_grace >= length || session.early_grace >= length) {
      add("late_grace_min", report_.say("thời gian cho phép phải ngắn hơn cả buổi ({} phút)",
                                        "grace must be shorter than the session ({} min)", length.count()));
    }
  }

  void check_beside_others(const SessionRule& session) {
    if (!names_.insert(session.name).second) {
      add("name",
          report_.say("đã có một buổi tên này trong cùng mùa", "this season has a session of this name"));
    }
    if (at_ == 0 || session.start >= season_.sessions[at_ - 1].end) return;
    add("start", report_.say("bắt đầu trước khi buổi \"{}\" kết thúc; ghi các buổi theo thứ tự trong ngày",
                             "begins before session \"{}\" ends; write the sessions in order of the day",
                             season_.sessions[at_ - 1].name));
  }

  void check_flexible_arrival() {
    const auto& first = season_.sessions.front();
    const bool has_times = first.end > first.start;
    if (has_times && season_.flex_later >= first.end - first.start) {
      add_of_season("flex_later_min", report_.say("phải ngắn hơn buổi \"{}\" ({} phút)",
                                                  "must be shorter than session \"{}\" ({} min)", first.name,
                                                  (first.end - first.start).count()));
    }
    if (has_times && season_.flex_earlier > first.start) {
      add_of_season("flex_earlier_min", report_.say("không được lùi quá 00:00 của ngày",
                                                    "must not reach before 00:00 of the day"));
    }
  }

  void check_day() {
    const auto &first = season_.sessions.front(), &last = season_.sessions.back();
    if (season_.sessions.size() > attendance::sessions_max) {
      add_of_season("sessions", report_.say("nhiều nhất {} buổi một ngày", "at most {} sessions a day",
                                            attendance::sessions_max));
    }
    if (last.end - day_length > first.start) {
      add_of_season("sessions",
                    report_.say("buổi \"{}\" kéo sang buổi \"{}\" của ngày hôm sau",
                                "session \"{}\" runs into \"{}\" of the next day", last.name, first.name));
    }
  }

  void add(std::string_view field, std::string message) {
    faults_.push_back({at_, field, std::move(message)});
  }
  void add_of_season(std::string_view field, std::string message) {
    faults_.push_back({std::nullopt, field, std::move(message)});
  }

  const Season& season_;
  const ImportReport& report_;
  std::size_t at_ = 0;  // of the session being looked at
  std::set<std::string_view> names_;
  std::vector<SeasonFault> faults_;
};

}  // namespace

void reach_next_morning(SessionRule& session) {
  if (session.end <= session.start) session.end += day_length;
}

std::vector<SeasonFault> faults_of(const Season& season, const ImportReport& report) {
  return Faults(season, report).take();
}

}  // namespace badge::app
