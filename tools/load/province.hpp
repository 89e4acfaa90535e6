#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace badge::tools {

/// What the invented province is made from. Equal values give equal files, byte for byte.
struct ProvinceOptions {
  int units = 40;    // three levels; units_min to units_max
  int people = 600;  // people_min to people_max
  std::chrono::year_month month = std::chrono::year(2026) / std::chrono::January;
  std::uint64_t seed = 20260101;
  bool four_taps_everywhere =
      false;  // wards and communes as well: the most taps that so many people can make

  static constexpr int units_min = 6;      // the province, a department, a commune, and divisions in both
  static constexpr int units_max = 5'000;  // more than the largest province has
  static constexpr int people_min = 30;
  static constexpr int people_max = 100'000;  // staff codes have six digits; the largest province has 60,000
};

enum class UnitKind : std::uint8_t { province, department, ward, commune, division };

struct ProvinceUnit {
  std::string code, name;
  UnitKind kind = UnitKind::province;
  std::size_t parent = 0;  // index into Province::units; its own for the province
};

/// Which hours a person follows.
enum class Hours : std::uint8_t {
  office,   // four taps a day
  commune,  // the same hours, two taps a day: wards and communes
  nursing,  // a mother of a small child: half an hour less at both ends
  exempt,   // leaders
};

struct ProvincePerson {
  std::string code, name, position, category;
  std::size_t unit = 0;  // until `moves_on`
  std::size_t second_unit = 0;
  int moves_on_day = 0;  // of the month; 0: stays
  bool woman = false;
  Hours hours = Hours::office;
  std::string uid;      // empty: no badge was issued yet
  std::string new_uid;  // not empty: the first badge was lost
  int lost_on_day = 0;  // last day of the first badge
};

/// "Tỉnh Minh Họa": invented from end to end. Its name, its places and its codes say so.
struct Province {
  ProvinceOptions options;
  std::vector<ProvinceUnit> units;  // parents before children
  std::vector<ProvincePerson> people;
};

[[nodiscard]] Province make_province(const ProvinceOptions& options);

/// The entrance through which people of this unit go: the first serves the departments, the second the wards
/// and communes.
[[nodiscard]] const char* entrance_of(const Province& province, std::size_t unit);
inline constexpr const char* first_entrance = "cong-a";
inline constexpr const char* second_entrance = "cong-b";

}  // namespace badge::tools
