#pragma once
#include <cstdint>
#include <random>
#include <span>

namespace badge::tools {

/// Seeded chance that gives the same numbers on every machine: std::mt19937_64 is specified bit by bit, the
/// standard's distributions are not, so they are made here.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// A source of its own for thing number `tag`, so that what one person does never depends on how many
  /// others there are.
  [[nodiscard]] static Random of(std::uint64_t seed, std::uint64_t tag) {
    return Random(mix(seed ^ mix(tag + 1)));
  }

  [[nodiscard]] std::uint64_t bits() { return engine_(); }

  /// From 0 up to, not including, 1.
  [[nodiscard]] double unit() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }

  [[nodiscard]] bool chance(double probability) { return unit() < probability; }

  /// Both ends included; `low` <= `high`.
  [[nodiscard]] int between(int low, int high) {
    return low + static_cast<int>(unit() * (static_cast<double>(high) - low + 1.0));
  }

  /// Bell-shaped around `mean`; never farther than 6 deviations.
  [[nodiscard]] double normal(double mean, double deviation) {
    double sum = 0;
    for (int i = 0; i < 12; ++i) sum += unit();
    return mean + (sum - 6.0) * deviation;
  }

  template <typename T, std::size_t Extent>
  [[nodiscard]] const T& pick(std::span<const T, Extent> choices) {
    return choices[static_cast<std::size_t>(between(0, static_cast<int>(choices.size()) - 1))];
  }

 private:
  // splitmix64: neighbouring tags give unrelated seeds.
  static std::uint64_t mix(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
  }
  std::mt19937_64 engine_;
};

}  // namespace badge::tools
