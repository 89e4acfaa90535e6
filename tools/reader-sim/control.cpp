#include "tools/reader-sim/control.hpp"

#include <charconv>
#include <vector>

namespace badge::tools {
namespace {

using Words = std::vector<std::string_view>;

tl::unexpected<std::string> refuse(std::string why) { return tl::unexpected(std::move(why)); }

std::string quoted(std::string_view word) { return '"' + std::string(word) + '"'; }

Words split(std::string_view line) {
  constexpr std::string_view blank = " \t\r";
  Words words;
  for (std::size_t at = line.find_first_not_of(blank); at != std::string_view::npos;) {
    const auto end = std::min(line.find_first_of(blank, at), line.size());
    words.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(blank, end);
  }
  return words;
}

/// Pairs of hexadecimal digits; ':' and '-' between them are ignored.
std::optional<Bytes> parse_hex(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != ':' && c != '-') digits.push_back(c);
  }
  if (digits.empty() || digits.size() % 2 != 0) return std::nullopt;
  Bytes bytes;
  for (std::size_t n = 0; n < digits.size(); n += 2) {
    std::uint8_t byte = 0;
    const auto* end = digits.data() + n + 2;
    const auto [stop, error] = std::from_chars(digits.data() + n, end, byte, 16);
    if (error != std::errc{} || stop != end) return std::nullopt;
    bytes.push_back(byte);
  }
  return bytes;
}

/// uid=, ats=, sak=, atqa= of `present` and `swap`.
struct CardWords {
  std::optional<Bytes> uid;  // empty: random
  Bytes ats;
  std::optional<Bytes> sak, atqa;
};

std::optional<std::string> read_uid(std::string_view value, CardWords& words) {
  words.uid = value == "random" ? Bytes{} : parse_hex(value).value_or(Bytes{0});
  const auto size = words.uid->size();
  if (size == 0 || size == 4 || size == 7 || size == 10) return std::nullopt;
  return "uid " + quoted(value) +
         ": has to be 4, 7 or 10 bytes in hexadecimal or \"random\", for example uid=04A1B2C3D4E5F6";
}

std::optional<std::string> read_card_word(std::string_view word, CardWords& words) {
  const auto equals = word.find('=');
  const auto key = word.substr(0, equals);
  const auto value = equals == std::string_view::npos ? std::string_view{} : word.substr(equals + 1);
  if (key == "uid") return read_uid(value, words);
  const auto bytes = parse_hex(value);
  if (key == "ats") {
    if (!bytes || bytes->size() > ats_bytes_max) {
      return "ats " + quoted(value) + ": has to be 1 to " + std::to_string(ats_bytes_max) +
             " bytes in hexadecimal without its length byte, for example ats=7577810280";
    }
    words.ats = *bytes;
  } else if (key == "sak") {
    if (!bytes || bytes->size() != 1)
      return "sak " + quoted(value) + ": has to be 1 byte, for example sak=08";
    words.sak = bytes;
  } else if (key == "atqa") {
    if (!bytes || bytes->size() != 2)
      return "atqa " + quoted(value) + ": has to be 2 bytes, for example atqa=0044";
    words.atqa = bytes;
  } else {
    return quoted(word) + ": a card is described by uid=, ats=, sak= and atqa=";
  }
  return std::nullopt;
}

tl::expected<Card, std::string> parse_card(const Words& words) {
  CardWords card_words;
  for (std::size_t n = 1; n < words.size(); ++n) {
    if (auto error = read_card_word(words[n], card_words)) return refuse(std::move(*error));
  }
  if (!card_words.uid) {
    return refuse(std::string(words[0]) + ": needs a uid, for example " + std::string(words[0]) +
                  " uid=04A1B2C3D4E5F6");
  }
  Card card = usual_card(std::move(*card_words.uid), std::move(card_words.ats));
  if (card_words.sak) card.sak = card_words.sak->front();
  if (card_words.atqa) card.atqa = {card_words.atqa->front(), card_words.atqa->back()};
  if (card.speaks_iso_dep() != !card.ats.empty()) {
    return refuse("sak: bit 20 is set for a card with an ATS, and only for such");
  }
  return card;
}

std::string known_faults() {
  std::string list;
  for (const auto& fault : fault_names()) list += std::string(fault.name) + ", ";
  return list + "none";
}

tl::expected<Command, std::string> parse_fault_command(const Words& words) {
  if (words.size() < 2 || words.size() > 3)
    return refuse("fault: needs a kind and at most a count, for example fault no-ack 3");
  InjectFault fault;
  if (words[1] != "none") {
    fault.kind = parse_fault(words[1]);
    if (!fault.kind) return refuse("fault " + quoted(words[1]) + ": is one of " + known_faults());
  }
  if (words.size() == 3) {
    unsigned count = 0;
    const auto* end = words[2].data() + words[2].size();
    const auto [stop, error] = std::from_chars(words[2].data(), end, count);
    if (error != std::errc{} || stop != end || count == 0 || count > fault_count_max || !fault.kind) {
      return refuse("fault count " + quoted(words[2]) + ": is 1 to " + std::to_string(fault_count_max) +
                    ", and \"none\" has no count");
    }
    fault.count = count;
  }
  return fault;
}

template <class Simple>
tl::expected<Command, std::string> alone(const Words& words) {
  if (words.size() > 1) return refuse(std::string(words[0]) + ": stands alone, without " + quoted(words[1]));
  return Simple{};
}

}  // namespace

tl::expected<Command, std::string> parse_command(std::string_view line) {
  if (line.size() > control_line_bytes_max) {
    return refuse("line of " + std::to_string(line.size()) + " bytes: has at most " +
                  std::to_string(control_line_bytes_max));
  }
  const auto words = split(line);
  if (words.empty()) return refuse("empty line: \"help\" lists the commands");
  const auto verb = words[0];
  if (verb == "present")
    return parse_card(words).map([](Card card) -> Command { return Present{std::move(card)}; });
  if (verb == "swap")
    return parse_card(words).map([](Card card) -> Command { return Swap{std::move(card)}; });
  if (verb == "fault") return parse_fault_command(words);
  if (verb == "remove") return alone<Remove>(words);
  if (verb == "unplug") return alone<Unplug>(words);
  if (verb == "plug") return alone<Plug>(words);
  if (verb == "gpio") return alone<ShowGpio>(words);
  if (verb == "status") return alone<ShowStatus>(words);
  if (verb == "help") return alone<Help>(words);
  if (verb == "quit") return alone<Quit>(words);
  return refuse("command " + quoted(verb) + ": is unknown; \"help\" lists the commands");
}

std::string control_help() {
  std::string text =
      "Commands, one a line; each is answered by a line, \"ok …\" or \"error …\":\n"
      "  present uid=04A1B2C3D4E5F6     a card comes to the reader. 4 bytes: MIFARE Classic, 7: Ultralight,\n"
      "                                 10: a triple-size UID\n"
      "  present uid=… ats=7577810280   the same with an ATS (without its length byte): DESFire\n"
      "  present uid=random [ats=…]     draws a new UID 08xxxxxx whenever it comes into the field, as "
      "telephones do\n"
      "  present uid=… sak=08 atqa=0004 says otherwise what kind of card it is\n"
      "  remove                         the card is taken away\n"
      "  swap uid=… [ats=…]             another card lies there from now on, without a gap between\n"
      "  fault KIND [COUNT]             the next COUNT commands (1) go wrong, see below; \"fault none\" ends "
      "it\n"
      "  unplug                         the reader is pulled out: the device is gone\n"
      "  plug                           and put in again: a new pty under the same --link, faults are gone\n"
      "  gpio                           the pins as last written: P30=1 … P72=0 (lights hang on them)\n"
      "  status                         card, reads, commands, fault, plugged\n"
      "  help                           this text, then ok\n"
      "  quit                           ends reader-sim\n"
      "Kinds of fault:\n";
  for (const auto& fault : fault_names()) {
    std::string name(fault.name);
    name.resize(14, ' ');
    text += "  " + name + std::string(fault.meaning) + "\n";
  }
  return text;
}

}  // namespace badge::tools
