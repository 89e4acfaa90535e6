// demo-province: writes the import files of an invented province. See province_files.hpp for what it writes.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <string>

#include "tools/load/province_files.hpp"

namespace {

using badge::tools::ProvinceOptions;

/// "2026-01", nothing else.
bool parse_month(const std::string& text, std::chrono::year_month& month) {
  int year = 0, number = 0, used = 0;
  if (text.size() != 7 || std::sscanf(text.c_str(), "%4d-%2d%n", &year, &number, &used) != 2 || used != 7)
    return false;
  month = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(number));
  return month.ok() && year >= 2020 && year <= 2037;
}

}  // namespace

int main(int argc, char** argv) {
  ProvinceOptions options;
  std::string month_text = "2026-01", out;
  CLI::App app(
      "Writes the files of an invented province, tỉnh Minh Họa, for trying the product and for measuring "
      "it.\n"
      "Equal options give equal files.",
      "demo-province");
  app.add_option("--out", out, "Folder to write into; it is made where it is missing")->required();
  app.add_option("--units", options.units, "Units in three levels")
      ->capture_default_str()
      ->check(CLI::Range(ProvinceOptions::units_min, ProvinceOptions::units_max));
  app.add_option("--people", options.people, "Staff")
      ->capture_default_str()
      ->check(CLI::Range(ProvinceOptions::people_min, ProvinceOptions::people_max));
  app.add_option("--month", month_text, "The month to make taps for, as 2026-01")->capture_default_str();
  app.add_option("--seed", options.seed, "Another seed gives another province")->capture_default_str();
  app.add_flag("--four-taps", options.four_taps_everywhere,
               "Wards and communes tap four times a day too: the most taps that so many people can make");
  CLI11_PARSE(app, argc, argv);
  if (!parse_month(month_text, options.month)) {
    std::fprintf(stderr, "--month %s: must be a month as 2026-01, from 2020-01 to 2037-12\n",
                 month_text.c_str());
    return 2;
  }
  try {
    const auto province = badge::tools::make_province(options);
    const auto month = badge::tools::office_month(options.month);
    const auto counts = badge::tools::write_province(province, month, out, [&](std::size_t people) {
      std::fprintf(stderr, "demo-province: %zu of %d people have lived through the month\n", people,
                   options.people);
    });
    std::printf(
        "Tỉnh Minh Họa (số liệu giả định / invented data): %zu units, %zu people, %zu badges, %zu working "
        "days, "
        "%zu absences, %zu taps in %s\n",
        counts.units, counts.people, counts.badges, counts.working_days, counts.absences, counts.taps,
        out.c_str());
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "demo-province: %s\n", error.what());
    return 1;
  }
}
