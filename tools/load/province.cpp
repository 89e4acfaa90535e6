#include "tools/load/province.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <string_view>

#include "tools/load/names.hpp"
#include "tools/load/random.hpp"

namespace badge::tools {
namespace {

std::string two_digits(std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

/// A third of the units are bodies (sở, phường, xã) below the province; the others are their divisions.
void add_units(Province& province) {
  const auto wanted = static_cast<std::size_t>(province.options.units);
  province.units.push_back({"MH", "Tỉnh Minh Họa (số liệu giả định)", UnitKind::province, 0});

  const std::size_t bodies = std::max<std::size_t>(2, (wanted - 1) * 36 / 100);
  const std::size_t departments = std::clamp<std::size_t>(bodies * 57 / 100, 1, departments_named);
  const std::size_t wards = std::max<std::size_t>(1, (bodies - departments) / 3);
  for (std::size_t i = 0; i < bodies; ++i) {
    if (i < departments) {
      const auto [code, name] = department(i);
      province.units.push_back({std::string("MH-") + code, name, UnitKind::department, 0});
    } else {
      const std::size_t place = i - departments;
      const bool ward = place < wards;
      province.units.push_back({(ward ? "MH-P" : "MH-X") + two_digits(ward ? place + 1 : place - wards + 1),
                                (ward ? "Phường " : "Xã ") + place_name(place),
                                ward ? UnitKind::ward : UnitKind::commune, 0});
    }
  }
  for (std::size_t i = 0; province.units.size() < wanted; ++i) {
    const std::size_t parent = 1 + i % bodies;
    const std::size_t nth = i / bodies;
    const UnitKind kind = province.units[parent].kind;
    province.units.push_back({province.units[parent].code + "-" + two_digits(nth + 1),
                              kind == UnitKind::department ? department_division(nth)
                                                           : commune_division(nth, kind == UnitKind::ward),
                              UnitKind::division, parent});
  }
}

struct Post {
  const char* position;
  const char* category;
};

bool in_commune(const Province& province, std::size_t unit) {
  const ProvinceUnit& own = province.units[unit];
  const UnitKind kind = own.kind == UnitKind::division ? province.units[own.parent].kind : own.kind;
  return kind == UnitKind::ward || kind == UnitKind::commune;
}

/// The `rank`th person of a unit, heads first.
Post post_of(const Province& province, std::size_t unit, int rank, Random& random) {
  const ProvinceUnit& own = province.units[unit];
  switch (own.kind) {
    case UnitKind::province:
      return rank == 0 ? Post{"Chủ tịch Ủy ban nhân dân tỉnh", "cán bộ"}
                       : Post{"Phó Chủ tịch Ủy ban nhân dân tỉnh", "cán bộ"};
    case UnitKind::department: {
      const bool office = own.code == "MH-VP";
      const bool inspectorate = own.code == "MH-TTR";
      if (rank == 0)
        return {office ? "Chánh Văn phòng" : inspectorate ? "Chánh Thanh tra" : "Giám đốc Sở", "công chức"};
      return {office         ? "Phó Chánh Văn phòng"
              : inspectorate ? "Phó Chánh Thanh tra"
                             : "Phó Giám đốc Sở",
              "công chức"};
    }
    case UnitKind::ward:
    case UnitKind::commune:
      return rank == 0 ? Post{"Chủ tịch Ủy ban nhân dân", "cán bộ"}
                       : Post{"Phó Chủ tịch Ủy ban nhân dân", "cán bộ"};
    case UnitKind::division:
      break;
  }
  if (rank < 2) {
    const bool head = rank == 0;
    if (own.name.starts_with("Văn phòng"))
      return {head ? "Chánh Văn phòng" : "Phó Chánh Văn phòng", "công chức"};
    if (own.name.starts_with("Trung tâm"))
      return {head ? "Giám đốc Trung tâm" : "Phó Giám đốc Trung tâm", "công chức"};
    return {head ? "Trưởng phòng" : "Phó Trưởng phòng", "công chức"};
  }
  if (in_commune(province, unit) && random.chance(0.15))
    return {"Văn thư – Thủ quỹ", "người hoạt động không chuyên trách ở cấp xã"};
  static constexpr auto posts = std::to_array<Post>({{"Chuyên viên", "công chức"},
                                                     {"Chuyên viên", "công chức"},
                                                     {"Chuyên viên chính", "công chức"},
                                                     {"Kế toán", "công chức"},
                                                     {"Văn thư viên", "viên chức"},
                                                     {"Lưu trữ viên", "viên chức"},
                                                     {"Nhân viên", "người lao động"},
                                                     {"Lái xe", "người lao động"}});
  return random.pick(std::span<const Post>(posts));
}

/// UIDs look like those of badges that offices really mix: mostly 7 bytes (04: NXP), some old ones of 4. The
/// number inside makes them unique; the other bytes are chance.
std::string make_uid(Random& random, std::uint32_t number) {
  char text[15];
  const auto noise = static_cast<unsigned>(random.bits());
  if (random.chance(0.12)) {
    std::snprintf(text, sizeof text, "%02X%06X", 0x10U + noise % 0x60U, number & 0xFFFFFFU);
  } else {
    std::snprintf(text, sizeof text, "04%02X%06X%04X", noise >> 24, number & 0xFFFFFFU, noise & 0xFFFFU);
  }
  return text;
}

ProvincePerson make_person(const Province& province, std::size_t unit, int rank, std::uint32_t number) {
  Random random = Random::of(province.options.seed, number);
  ProvincePerson person;
  char code[16];
  std::snprintf(code, sizeof code, "MH%06u", number);
  person.code = code;
  person.woman = random.chance(0.48);
  person.name = person_name(random, person.woman);
  const Post post = post_of(province, unit, rank, random);
  person.position = post.position;
  person.category = post.category;
  person.unit = person.second_unit = unit;
  person.hours =
      in_commune(province, unit) && !province.options.four_taps_everywhere ? Hours::commune : Hours::office;

  const UnitKind kind = province.units[unit].kind;
  if (kind == UnitKind::province || (kind == UnitKind::department && rank == 0)) person.hours = Hours::exempt;
  if (person.woman && person.hours == Hours::office && random.chance(0.03)) person.hours = Hours::nursing;

  constexpr std::uint32_t second_badge =
      0x800000;                                   // keeps the numbers of second badges apart from first ones
  const bool badge_missing = number % 200 == 77;  // a few new people everywhere, three in the demo's 600
  if (!badge_missing) person.uid = make_uid(random, number);
  if (!badge_missing && random.chance(0.01)) {
    person.lost_on_day = random.between(6, 20);
    person.new_uid = make_uid(random, number | second_badge);
  }
  if (kind == UnitKind::division && rank > 1 && random.chance(0.02)) {
    person.moves_on_day = 16;
    const std::size_t other = unit + 1 < province.units.size() ? unit + 1 : unit - 1;
    if (in_commune(province, other) == in_commune(province, unit) && person.hours == Hours::office)
      person.second_unit = other;
    else
      person.moves_on_day = 0;
  }
  return person;
}

}  // namespace

Province make_province(const ProvinceOptions& options) {
  Province province{.options = options, .units = {}, .people = {}};
  add_units(province);

  // Leaders sit in the bodies themselves, everybody else in divisions of uneven size.
  std::vector<int> staff(province.units.size(), 0);
  int left = options.people;
  for (std::size_t unit = 0; unit < staff.size() && left > 0; ++unit) {
    if (province.units[unit].kind == UnitKind::division) continue;
    staff[unit] = std::min(left, unit == 0 ? 3 : 2);
    left -= staff[unit];
  }
  Random random = Random::of(options.seed, 0xD1715);
  std::vector<std::size_t> divisions;
  for (std::size_t unit = 0; unit < staff.size(); ++unit)
    if (province.units[unit].kind == UnitKind::division)
      for (int weight = random.between(2, 6); weight > 0; --weight) divisions.push_back(unit);
  for (std::size_t i = 0; left > 0; --left, ++i) ++staff[divisions[i % divisions.size()]];

  std::uint32_t number = 0;
  province.people.reserve(static_cast<std::size_t>(options.people));
  for (std::size_t unit = 0; unit < staff.size(); ++unit)
    for (int rank = 0; rank < staff[unit]; ++rank)
      province.people.push_back(make_person(province, unit, rank, ++number));
  return province;
}

const char* entrance_of(const Province& province, std::size_t unit) {
  return in_commune(province, unit) ? second_entrance : first_entrance;
}

}  // namespace badge::tools
