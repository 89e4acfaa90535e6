#include "reader-config/site/read_site.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <tuple>

#include "reader-config/site/site_address.hpp"
#include "reader-config/site/site_table.hpp"

namespace badge {
namespace {

namespace fs = std::filesystem;

// What libnfc of Debian 12 is built with, and whether a driver can find its device alone (USB).
struct Driver {
  std::string_view name;
  std::string_view device_example;  // empty: needs none
};
constexpr std::array drivers = {
    Driver{"pn532_uart", "/dev/serial/by-id/usb-1a86"},
    Driver{"pn532_spi", "/dev/spidev0.0"},
    Driver{"pn532_i2c", "/dev/i2c-1"},
    Driver{"acr122_usb", ""},
    Driver{"acr122s", "/dev/ttyUSB0"},
    Driver{"pn53x_usb", ""},
    Driver{"arygon", "/dev/ttyUSB0"},
};
constexpr std::array<std::string_view, 6> pin_names = {"P30", "P31", "P33", "P35", "P71", "P72"};

std::string joined(std::span<const std::string_view> words) {
  std::string text;
  for (const auto word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

std::string read_connection(SiteTable& table) {
  auto written = table.required_text("connection", "pn532_uart:/dev/serial/by-id/usb-1a86");
  if (!written) return {};
  const auto colon = written->find(':');
  const auto name = std::string_view(*written).substr(0, colon);
  const auto* driver = std::ranges::find(drivers, name, &Driver::name);
  if (driver == drivers.end()) {
    std::vector<std::string_view> names;
    std::ranges::transform(drivers, std::back_inserter(names), &Driver::name);
    table.refuse("connection", *written, "begins with a driver of libnfc: " + joined(names));
    return {};
  }
  const bool has_device = colon != std::string::npos && colon + 1 < written->size();
  if (!has_device && !driver->device_example.empty()) {
    table.refuse("connection", *written,
                 "needs a device, for example \"" + std::string(name) + ':' +
                     std::string(driver->device_example) + '"');
    return {};
  }
  return *std::move(written);
}

/// "P30" or "P30+P31"; each pin once in the whole table, so `used` grows.
std::string read_pins_of(SiteTable& table, std::string_view key, std::vector<std::string>& used) {
  auto written = table.text(key);
  if (!written) return {};
  std::string_view rest = *written;
  while (true) {
    const auto plus = rest.find('+');
    const auto pin = rest.substr(0, plus);
    if (std::ranges::find(pin_names, pin) == pin_names.end()) {
      table.refuse(key, *written, "allowed are " + joined(pin_names) + ", several joined by '+'");
      return {};
    }
    if (std::ranges::find(used, pin) != used.end()) {
      table.refuse(key, *written, "pin " + std::string(pin) + " is taken already; each pin has one meaning");
      return {};
    }
    used.emplace_back(pin);
    if (plus == std::string_view::npos) return *std::move(written);
    rest.remove_prefix(plus + 1);
  }
}

PinConfig read_pins(const toml::table& from, const std::string& path, SiteErrors& errors) {
  SiteTable table(from, path, errors);
  std::vector<std::string> used;
  PinConfig pins;
  pins.green = read_pins_of(table, "green", used);
  pins.amber = read_pins_of(table, "amber", used);
  pins.red = read_pins_of(table, "red", used);
  pins.check = read_pins_of(table, "check", used);
  pins.beep = read_pins_of(table, "beep", used);
  pins.active_low = table.yes_or_no("active_low", false);
  table.finish();
  return pins;
}

ReaderConfig read_reader(const toml::table& from, const std::string& path, SiteErrors& errors) {
  SiteTable table(from, path, errors);
  ReaderConfig reader;
  reader.id = table.required_name("id", "cong-a-1");
  reader.portable = table.yes_or_no("portable", false);
  if (reader.portable) {
    for (const auto* key : {"entrance", "direction"}) {
      if (const auto written = table.text(key))
        table.refuse(key, *written,
                     "a portable reader stands at no entrance; leave it out, or portable = true");
    }
  } else {
    reader.entrance = table.required_name("entrance", "cong-a");
    reader.direction = table.one_of<Direction>(
        "direction", {{"both", Direction::both}, {"in", Direction::in}, {"out", Direction::out}},
        Direction::both);
  }
  reader.connection = read_connection(table);
  reader.presence =
      std::chrono::milliseconds(table.whole_number("presence_ms", 10, 1000, reader.presence.count()));
  reader.misses = static_cast<int>(table.whole_number("misses", 1, 20, reader.misses));
  reader.same_card_quiet = std::chrono::milliseconds(
      table.whole_number("same_card_quiet_ms", 0, 60'000, reader.same_card_quiet.count()));
  if (const auto* pins = table.table("pins")) {
    reader.pins = read_pins(*pins, path + "pins.", errors);
    if (!reader.connection.empty() && !reader.connection.starts_with("pn532_")) {
      table.complain("pins", "only a PN532 on UART, SPI or I2C has pins that libnfc can reach");
    }
  }
  table.finish();
  return reader;
}

void read_readers(SiteTable& table, SiteConfig& site, SiteErrors& errors) {
  const auto* list = table.tables("reader");
  if (list == nullptr || list->empty()) {
    if (errors.empty() || errors.back().key != "reader") {
      table.complain("reader", "there is none; each begins with [[reader]]");
    }
    return;
  }
  if (list->size() > site_readers_max) {
    table.complain("reader", std::to_string(list->size()) + " of them: at most 64 to one badge-bridge");
    return;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto& from = *list->get(i)->as_table();
    const auto path = "reader[" + std::to_string(i + 1) + "].";
    auto reader = read_reader(from, path, errors);
    SiteTable again(from, path, errors);
    for (const auto& other : site.readers) {
      if (!reader.id.empty() && other.id == reader.id) {
        again.refuse("id", reader.id, "is taken by another reader; each id names one reader");
      }
      if (!reader.connection.empty() && other.connection == reader.connection) {
        again.refuse("connection", reader.connection, "is taken by reader " + other.id);
      }
    }
    site.readers.push_back(std::move(reader));
  }
}

void read_page(SiteTable& table, DisplayConfig& display) {
  constexpr std::size_t title_bytes_max = 80;  // one line over the page
  display.behind_proxy = table.yes_or_no("behind_proxy", false);
  if (const auto written = table.text("listen")) {
    display.listen = parse_listen_address(*written);
    if (!display.listen) {
      table.refuse("listen", *written,
                   "is an IP address of this machine and a port, for example \"127.0.0.1:8090\"");
    } else if (!display.listen->is_loopback() && !display.behind_proxy) {
      table.refuse("listen", *written,
                   "everybody in the network could read who comes and goes: listen on 127.0.0.1, or "
                   "behind_proxy = true where a tunnel or proxy protects the page");
    }
  }
  if (auto title = table.text("title")) {
    if (title->size() > title_bytes_max) table.refuse("title", *title, "has at most 80 bytes");
    display.title = *std::move(title);
  }
}

DisplayConfig read_display(const toml::table& from, const fs::path& folder, SiteErrors& errors) {
  SiteTable table(from, "display.", errors);
  DisplayConfig display;
  if (const auto output = table.text("output")) {
    constexpr std::size_t socket_path_bytes_max = 107;  // sockaddr_un
    if (*output == "stdout") {
      display.output = DisplayOutput::standard_output;
    } else if (output->starts_with("unix:") && output->size() > 5) {
      display.output = DisplayOutput::unix_socket;
      display.socket = folder / output->substr(5);
      if (display.socket.native().size() > socket_path_bytes_max) {
        table.refuse("output", *output, "a socket's whole path has at most 107 bytes");
      }
    } else if (*output != "none") {
      table.refuse("output", *output, "allowed are none, stdout and unix:PATH");
    }
  }
  display.person = table.one_of<PersonShown>(
      "person",
      {{"name", PersonShown::name}, {"initials", PersonShown::initials}, {"none", PersonShown::none}},
      display.person);
  if (const auto written = table.text("utc_offset")) {
    const auto offset = parse_utc_offset(*written);
    if (!offset) table.refuse("utc_offset", *written, "is written like \"+07:00\", from -12:00 to +14:00");
    display.utc_offset = offset.value_or(display.utc_offset);
  }
  read_page(table, display);
  table.finish();
  return display;
}

void read_server(SiteTable& table, SiteConfig& site) {
  site.behind_proxy = table.yes_or_no("behind_proxy", false);
  const auto written = table.required_text("server", "https://chamcong.example.vn");
  if (!written) return;
  auto address = parse_server_address(*written);
  if (!address) return table.refuse("server", *written, address.error());
  site.server = *std::move(address);
  if (!site.server.tls && !site.server.is_loopback() && !site.behind_proxy) {
    table.refuse(
        "server", *written,
        "plain http leaves this machine unprotected: use https://, or behind_proxy = true where a tunnel "
        "protects it");
  }
}

SiteConfig read_top(const toml::table& from, const fs::path& folder, SiteErrors& errors) {
  SiteTable table(from, "", errors);
  SiteConfig site;
  site.bridge = table.required_name("bridge", "cong-a");
  read_server(table, site);
  const auto path_below = [&](const std::optional<std::string>& written) {
    return written ? folder / *written : fs::path();
  };
  site.token_file = path_below(table.required_text("token_file", "bridge.token"));
  site.journal = path_below(table.required_text("journal", "journal.db"));
  site.ca_file = path_below(table.text("ca_file"));
  site.reader_program = path_below(table.text("reader_program"));
  site.journal_reserve_bytes =
      static_cast<std::uint64_t>(table.whole_number("journal_reserve_mb", 0, 1024, 8)) << 20;
  site.clock_offset_limit = std::chrono::seconds(
      table.whole_number("clock_offset_limit_s", 1, 3600, site.clock_offset_limit.count()));
  site.clock_step_limit =
      std::chrono::seconds(table.whole_number("clock_step_limit_s", 1, 600, site.clock_step_limit.count()));
  site.clock_trust =
      std::chrono::hours(table.whole_number("clock_trust_hours", 1, 168, site.clock_trust.count()));
  if (const auto* display = table.table("display")) site.display = read_display(*display, folder, errors);
  read_readers(table, site, errors);
  table.finish();
  return site;
}

tl::unexpected<SiteErrors> whole_file(std::string what) {
  return tl::unexpected(SiteErrors{{0, "", std::move(what)}});
}

}  // namespace

std::string SiteError::text(std::string_view file) const {
  std::string text(file);
  if (line > 0) text += ':' + std::to_string(line);
  text += ": ";
  if (!key.empty()) text += key + (what.starts_with('"') ? " " : ": ");
  return text + what;
}

tl::expected<SiteConfig, SiteErrors> read_site(std::string_view text, const fs::path& folder) {
  if (text.size() > site_bytes_max) return whole_file("is larger than 256 KiB");
  SiteErrors errors;
  SiteConfig site;
  try {
    const toml::table table = toml::parse(text);
    site = read_top(table, folder, errors);
  } catch (const toml::parse_error& error) {
    return tl::unexpected(
        SiteErrors{{error.source().begin.line, "", "is no TOML: " + std::string(error.description())}});
  }
  if (errors.empty()) return site;
  std::ranges::sort(errors, {}, [](const SiteError& error) { return std::tie(error.line, error.key); });
  return tl::unexpected(std::move(errors));
}

tl::expected<SiteConfig, SiteErrors> load_site(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return whole_file("cannot be read; does it exist, and may this user read it?");
  std::string text(site_bytes_max + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) return whole_file("cannot be read");
  text.resize(static_cast<std::size_t>(in.gcount()));
  const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  return read_site(text, folder);
}

}  // namespace badge
