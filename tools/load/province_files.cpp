#include "tools/load/province_files.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tools/load/person_month.hpp"

namespace badge::tools {
namespace {

using namespace std::chrono;

class OutFile {
 public:
  explicit OutFile(std::filesystem::path path) : path_(std::move(path)), stream_(path_, std::ios::binary) {}
  OutFile& operator<<(std::string_view text) {
    stream_ << text;
    return *this;
  }
  void close() {
    stream_.close();
    if (!stream_)
      throw std::runtime_error(path_.string() +
                               ": cannot be written; is the disk full or the folder read-only?");
  }

 private:
  std::filesystem::path path_;
  std::ofstream stream_;
};

const char* kind_word(UnitKind kind) {
  switch (kind) {
    case UnitKind::province:
      return "tỉnh";
    case UnitKind::department:
      return "sở, ban, ngành";
    case UnitKind::ward:
      return "phường";
    case UnitKind::commune:
      return "xã";
    case UnitKind::division:
      return "phòng";
  }
  return "";
}

class Writer {
 public:
  Writer(const Province& province, const OfficeMonth& month, const std::filesystem::path& folder)
      : province_(province), month_(month), folder_(folder) {
    // The day on which two-tier local government began; an older month gets units that are as old as it.
    const Date reform = local_days(year(2025) / July / 1);
    since_ = iso(std::min(reform, month.day(1)));
  }

  void units() {
    OutFile file(folder_ / "units.csv");
    file << "code,name,kind,parent_code,valid_from,valid_to\n";
    for (std::size_t i = 0; i < province_.units.size(); ++i) {
      const ProvinceUnit& unit = province_.units[i];
      // A name with a comma is quoted, as spreadsheets do it.
      const std::string name = unit.name.find(',') == std::string::npos ? unit.name : '"' + unit.name + '"';
      const std::string kind = unit.kind == UnitKind::department
                                   ? '"' + std::string(kind_word(unit.kind)) + '"'
                                   : kind_word(unit.kind);
      file << unit.code << "," << name << "," << kind << ","
           << (i == 0 ? "" : province_.units[unit.parent].code) << "," << since_ << ",\n";
    }
    file.close();
  }

  void staff() {
    OutFile file(folder_ / "staff.csv");
    file << "code,full_name,unit_code,position,category,valid_from,valid_to\n";
    const auto row = [&](const ProvincePerson& person, std::size_t unit, const std::string& from,
                         const std::string& to) {
      file << person.code << "," << person.name << "," << province_.units[unit].code << "," << person.position
           << "," << person.category << "," << from << "," << to << "\n";
    };
    for (const ProvincePerson& person : province_.people) {
      if (person.moves_on_day == 0) {
        row(person, person.unit, since_, "");
        continue;
      }
      row(person, person.unit, since_, iso(month_.day(person.moves_on_day - 1)));
      row(person, person.second_unit, iso(month_.day(person.moves_on_day)), "");
    }
    file.close();
  }

  std::size_t badges() {
    OutFile file(folder_ / "badges.csv");
    file << "staff_code,uid,valid_from,valid_to,state\n";
    std::size_t count = 0;
    for (const ProvincePerson& person : province_.people) {
      if (person.uid.empty()) continue;
      ++count;
      if (person.lost_on_day == 0) {
        file << person.code << "," << person.uid << "," << since_ << ",,active\n";
        continue;
      }
      ++count;
      const std::string after = iso(month_.day(person.lost_on_day + 1));
      file << person.code << "," << person.uid << "," << since_ << "," << iso(month_.day(person.lost_on_day))
           << ",active\n"
           << person.code << "," << person.uid << "," << after << ",,lost\n"
           << person.code << "," << person.new_uid << "," << after << ",,active\n";
    }
    file.close();
    return count;
  }

  void entrances() {
    OutFile file(folder_ / "entrances.csv");
    file << "entrance,unit_code,valid_from,valid_to\n";
    file << first_entrance << ",MH," << since_ << ",\n";
    for (const ProvinceUnit& unit : province_.units)
      if (unit.kind == UnitKind::ward || unit.kind == UnitKind::commune)
        file << second_entrance << "," << unit.code << "," << since_ << ",\n";
    file.close();
  }

  void schedules() {
    OutFile file(folder_ / "schedules.toml");
    file << "# Giờ làm việc của tỉnh Minh Họa: giả định, chỉ để dùng thử.\n"
         << "# Working hours of the invented province Minh Họa, for trying the product only.\n";
    schedule(file, "hanh-chinh", "each_session", Hours::office);
    schedule(file, "xa-phuong", "day_ends", Hours::commune);
    schedule(file, "nuoi-con-nho", "each_session", Hours::nursing);
    schedule(file, "mien-cham-cong", "none", Hours::exempt);
    file.close();
  }

  void assignments() {
    OutFile file(folder_ / "assignments.csv");
    file << "schedule,unit_code,staff_code,valid_from,valid_to\n";
    file << "hanh-chinh,MH,," << since_ << ",\n";
    for (const ProvinceUnit& unit : province_.units)
      if (!province_.options.four_taps_everywhere &&
          (unit.kind == UnitKind::ward || unit.kind == UnitKind::commune))
        file << "xa-phuong," << unit.code << ",," << since_ << ",\n";
    for (const ProvincePerson& person : province_.people) {
      if (person.hours == Hours::nursing) file << "nuoi-con-nho,," << person.code << "," << since_ << ",\n";
      if (person.hours == Hours::exempt) file << "mien-cham-cong,," << person.code << "," << since_ << ",\n";
    }
    file.close();
  }

  void calendar() {
    OutFile file(folder_ / "calendar.csv");
    file << "date,kind,name,works_like\n";
    for (const CalendarRow& row : month_.calendar)
      file << iso(row.date) << "," << row.kind << "," << row.name << "," << row.works_like << "\n";
    file.close();
  }

  void absences(std::vector<std::pair<std::uint32_t, ProvinceAbsence>>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
      return a.second.reported_at < b.second.reported_at;
    });
    OutFile file(folder_ / "absences.csv");
    file << "staff_code,kind,from,to,sessions,paper,reported_at\n";
    for (const auto& [person, row] : rows)
      file << province_.people[person].code << "," << row.kind << "," << iso(row.from) << "," << iso(row.to)
           << "," << row.sessions << "," << row.paper << "," << iso(row.reported_at) << "\n";
    file.close();
  }

  void taps(std::vector<ProvinceTap>& rows) {
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
      return std::pair(a.at, a.person) < std::pair(b.at, b.person);
    });
    OutFile file(folder_ / "taps.csv");
    file << "at,uid,staff_code,reader\n";
    for (const ProvinceTap& tap : rows) {
      const ProvincePerson& person = province_.people[tap.person];
      file << iso(tap.at) << "+07:00," << (tap.second_badge ? person.new_uid : person.uid) << ",,minh-hoa-"
           << (tap.second_entrance ? second_entrance : first_entrance) << "-1\n";
    }
    file.close();
  }

  void readme(const ProvinceCounts& counts) {
    OutFile file(folder_ / "README.md");
    const std::string from = iso(month_.day(1)), to = iso(month_.last());
    file << "# Tỉnh Minh Họa\n\n"
         << "**Số liệu giả định.** Tỉnh, đơn vị, người, thẻ, giấy tờ và lượt quét thẻ trong thư mục này đều "
            "do chương trình "
            "`demo-province` tạo ra; mọi sự trùng hợp với người thật là ngẫu nhiên. Ngày lễ có ghi “(giả "
            "định)” là ngày "
            "không có thật; “(dự kiến)” là ngày chưa có quyết định chính thức khi chương trình được viết.\n\n"
         << "**Invented data.** The province, its units, people, badges, papers and taps were made by "
            "`demo-province`; any "
            "likeness to real people is chance. Days off marked “(giả định)” do not exist; those marked “(dự "
            "kiến)” were "
            "proposed, not decided, when the program was written.\n\n"
         << "- " << std::to_string(counts.units) << " đơn vị (units), " << std::to_string(counts.people)
         << " người (people), " << std::to_string(counts.badges) << " thẻ (badges)\n"
         << "- " << from << " – " << to << ": " << std::to_string(counts.working_days)
         << " ngày làm việc (working days), " << std::to_string(counts.taps) << " lượt quét thẻ (taps), "
         << std::to_string(counts.absences) << " giấy nghỉ, công tác (absences)\n"
         << "- seed " << std::to_string(province_.options.seed) << "\n\nImport, in this order:\n\n";
    for (const char* kind : {"units.csv", "staff.csv", "badges.csv", "entrances.csv", "schedules.toml",
                             "assignments.csv", "calendar.csv", "absences.csv"}) {
      const std::string_view name(kind);
      file << "    badgectl import " << name.substr(0, name.find('.')) << " " << name << "\n";
    }
    file << "    badgectl import taps taps.csv --complete-for MH --from " << from << " --to " << to << "\n";
    file.close();
  }

 private:
  void schedule(OutFile& file, std::string_view name, std::string_view taps, Hours hours) {
    const auto clock = [](int minute) {
      const std::string text = iso(local_seconds(minutes(minute)));
      return text.substr(11, 5);
    };
    const HoursOfDay day = hours_of_day(hours);
    file << "\n[[schedule]]\nname = \"" << name << "\"\ntaps = \"" << taps
         << "\"\n[[schedule.season]]\nvalid_from = " << since_
         << "\nweekdays = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]\nsessions = [\n"
         << "  { name = \"sáng\", start = \"" << clock(day.morning_start) << "\", end = \""
         << clock(day.morning_end)
         << "\", opens_before_min = 120, closes_after_min = 60, late_grace_min = 5, early_grace_min = 5 },\n"
         << "  { name = \"chiều\", start = \"" << clock(day.afternoon_start) << "\", end = \""
         << clock(day.afternoon_end)
         << "\", opens_before_min = 60, closes_after_min = 240, late_grace_min = 5, early_grace_min = 5 "
            "},\n]\n";
  }

  const Province& province_;
  const OfficeMonth& month_;
  std::filesystem::path folder_;
  std::string since_;
};

}  // namespace

ProvinceCounts write_province(const Province& province, const OfficeMonth& month,
                              const std::filesystem::path& folder,
                              const std::function<void(std::size_t)>& progress) {
  std::filesystem::create_directories(folder);
  ProvinceCounts counts{.units = province.units.size(),
                        .people = province.people.size(),
                        .working_days = month.working_days.size()};
  Writer writer(province, month, folder);
  writer.units();
  writer.staff();
  counts.badges = writer.badges();
  writer.entrances();
  writer.schedules();
  writer.assignments();
  writer.calendar();

  std::vector<ProvinceTap> taps;
  std::vector<std::pair<std::uint32_t, ProvinceAbsence>> absences;
  constexpr std::size_t progress_every = 10'000;  // people; less than a second of work
  for (std::size_t person = 0; person < province.people.size(); ++person) {
    PersonMonth lived = live_through(province, month, person);
    taps.insert(taps.end(), lived.taps.begin(), lived.taps.end());
    for (ProvinceAbsence& absence : lived.absences)
      absences.emplace_back(static_cast<std::uint32_t>(person), std::move(absence));
    if ((person + 1) % progress_every == 0) progress(person + 1);
  }
  counts.absences = absences.size();
  counts.taps = taps.size();
  writer.absences(absences);
  writer.taps(taps);
  writer.readme(counts);
  return counts;
}

}  // namespace badge::tools
