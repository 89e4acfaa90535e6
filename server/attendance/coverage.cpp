#include "server/attendance/coverage.hpp"

#include <algorithm>
#include <tuple>

namespace badge::attendance {

namespace {

using Spans = std::span<const ListenedSpan>;  // of one entrance, or of one reader of it; in order of time

template <class Same>
Spans take_run(Spans& rest, Same same) {
  std::size_t size = 1;
  while (size < rest.size() && same(rest[0], rest[size])) ++size;
  const auto run = rest.first(size);
  rest = rest.subspan(size);
  return run;
}

/// What lies between one reader's spans, and after the last.
void add_silences(Spans reader, std::vector<Silence>& silences) {
  auto listened_until = reader.front().from;
  for (const auto& span : reader) {
    if (span.from > listened_until)
      silences.push_back({listened_until, span.from, span.entrance, span.reader});
    listened_until = std::max(listened_until, span.until);
  }
  silences.push_back({listened_until, LocalTime::max(), reader.front().entrance, reader.front().reader});
}

/// Overlapping silences become one, which names the reader that fell silent first.
std::vector<Silence> merged(std::vector<Silence> silences) {
  std::stable_sort(silences.begin(), silences.end(),
                   [](const auto& a, const auto& b) { return a.from < b.from; });
  std::vector<Silence> merged;
  for (auto& silence : silences) {
    if (!merged.empty() && silence.from <= merged.back().until) {
      merged.back().until = std::max(merged.back().until, silence.until);
    } else {
      merged.push_back(std::move(silence));
    }
  }
  return merged;
}

std::vector<Silence> silences_of(Spans entrance) {
  auto first_heard = LocalTime::max();
  for (const auto& span : entrance) first_heard = std::min(first_heard, span.from);
  std::vector<Silence> silences = {{LocalTime::min(), first_heard, entrance.front().entrance, ""}};
  while (!entrance.empty()) {
    const auto reader = take_run(entrance, [](const auto& a, const auto& b) { return a.reader == b.reader; });
    add_silences(reader, silences);
  }
  return merged(std::move(silences));
}

}  // namespace

Coverage::Coverage(std::vector<ListenedSpan> spans, std::span<const ReaderEnd> ends, Date kept_from)
    : kept_from_(kept_from) {
  for (const auto& end : ends) {
    const auto is_it = [&](const ListenedSpan& span) {
      return span.entrance == end.entrance && span.reader == end.reader;
    };
    // A reader that has never listened is not waited for either way.
    if (std::any_of(spans.begin(), spans.end(), is_it)) {
      spans.push_back({end.entrance, end.reader, end.at, LocalTime::max()});
    }
  }
  std::erase_if(spans, [](const auto& span) { return span.until <= span.from; });
  std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) {
    return std::tie(a.entrance, a.reader, a.from) < std::tie(b.entrance, b.reader, b.from);
  });
  Spans rest = spans;
  while (!rest.empty()) {
    const auto entrance =
        take_run(rest, [](const auto& a, const auto& b) { return a.entrance == b.entrance; });
    entrances_.push_back(entrance.front().entrance);
    silences_.push_back(silences_of(entrance));
  }
}

std::optional<EntranceNo> Coverage::find(std::string_view entrance) const {
  const auto found = std::lower_bound(entrances_.begin(), entrances_.end(), entrance);
  if (found == entrances_.end() || *found != entrance) return std::nullopt;
  return static_cast<EntranceNo>(found - entrances_.begin());
}

const Silence* Coverage::first_silence(EntranceNo entrance, LocalTime from, LocalTime to) const {
  const auto& all = silences_[entrance];
  const auto next = std::upper_bound(all.begin(), all.end(), from,
                                     [](LocalTime t, const Silence& silence) { return t < silence.until; });
  return next == all.end() || next->from > to ? nullptr : &*next;
}

}  // namespace badge::attendance
