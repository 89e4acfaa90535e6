#pragma once
/// site.toml: what one badge-bridge needs to know, as written by the person who mounts the readers.
///
///   bridge = "cong-a"                 the name that the server's administrator gave (badgectl bridge add)
///   server = "http://127.0.0.1:8080"  plain http only to this machine itself, or with behind_proxy
///   token_file = "bridge.token"       mode 0600; paths are relative to the folder of site.toml
///   journal = "journal.db"            on a disk of this machine, never on a network share
///   ca_file = "ca.pem"                certificate authority of an https server; without it, the system's
///   behind_proxy = false              true: a TLS proxy or tunnel on this machine's side protects plain http
///   reader_program = "badge-reader"   default: beside badge-bridge
///   journal_reserve_mb = 8            0–1024; kept free for the hour when the disk is full
///   clock_offset_limit_s = 30         1–3600; farther from the server's clock than this is "unsure"
///   clock_step_limit_s = 2            1–600; a jump of the wall clock by more than this is journalled
///   clock_trust_hours = 24            1–168; how long the server's word on our clock holds
///
///   [display]
///   output = "none"                   none | stdout | unix:PATH; one line of text a tap, UTF-8
///   person = "initials"               name | initials | none
///   utc_offset = "+07:00"             the office's wall clock, on the display only
///   listen = "127.0.0.1:8090"         the page for a screen at the door; without it there is none
///   title = "Cổng A"                  over that page, at most 80 bytes; default: the names of the entrances
///   behind_proxy = false              true: a TLS proxy or tunnel stands before a page that listens
///   elsewhere
///
///   [[reader]]                        1 to 64 of them
///   id = "cong-a-1"
///   entrance = "cong-a"               the server knows which units an entrance serves
///   portable = false                  true: carried from desk to desk in a badge-wearing check; never
///                                     attendance. It has no entrance and no direction
///   direction = "both"                both | in | out
///   connection = "pn532_uart:/dev/…"  as libnfc names it: driver, or driver:device
///   presence_ms = 75                  10–1000; pause between two looks at a card that lies there
///   misses = 3                        1–20; looks in a row without the card until it counts as gone
///   same_card_quiet_ms = 1000         0–60000; the same card back within this is the same tap
///
///   [reader.pins]                     PN532 only: P30 P31 P33 P35 P71 P72, several joined by '+'
///   green = "P30"  amber = "P31"  red = "P33"  check = "P71"
///   beep = "P35"                      sounds with each of the three lights
///   active_low = false                true where a pin at 0 V lights
///
/// Names (bridge, id, entrance) have 1 to 64 of the letters a–z A–Z, digits, '-', '_' and '.'. Any other key
/// is an error: a misspelt limit must not become a default in silence.
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "reader-config/tap/tap.hpp"

namespace badge {

enum class PersonShown : std::uint8_t { name, initials, none };
enum class DisplayOutput : std::uint8_t { none, standard_output, unix_socket };

/// Where something listens: an address of this machine, without brackets, and a port; 0 is any free one.
struct ListenAddress {
  std::string address;
  std::uint16_t port = 0;
  friend bool operator==(const ListenAddress&, const ListenAddress&) = default;

  /// True for 127.0.0.0/8 and ::1.
  [[nodiscard]] bool is_loopback() const;
};

struct DisplayConfig {
  DisplayOutput output = DisplayOutput::none;
  std::filesystem::path socket;  // of DisplayOutput::unix_socket
  PersonShown person = PersonShown::initials;
  std::chrono::minutes utc_offset{7 * 60};
  std::optional<ListenAddress> listen;
  std::string title;  // empty: the names of the entrances
  bool behind_proxy = false;
  friend bool operator==(const DisplayConfig&, const DisplayConfig&) = default;
};

/// Pins as badge-reader takes them, "P30" or "P30+P31"; empty where there is none.
struct PinConfig {
  std::string green, amber, red, check, beep;
  bool active_low = false;
  friend bool operator==(const PinConfig&, const PinConfig&) = default;
};

struct ReaderConfig {
  std::string id;
  std::string entrance;  // empty where it is portable
  bool portable = false;
  Direction direction = Direction::both;
  std::string connection;
  std::chrono::milliseconds presence{75};           // a badge that is changed for another is noticed in 0.3 s
  int misses = 3;                                   // a hand that trembles is no second tap
  std::chrono::milliseconds same_card_quiet{1000};  // nobody means a second tap within one second
  PinConfig pins;
  friend bool operator==(const ReaderConfig&, const ReaderConfig&) = default;

  /// Where a display says that it stands.
  [[nodiscard]] const std::string& place() const { return portable ? id : entrance; }
};

/// Where the server is. `host` without brackets.
struct ServerAddress {
  bool tls = false;
  std::string host;
  std::uint16_t port = 0;
  friend bool operator==(const ServerAddress&, const ServerAddress&) = default;

  /// True for this machine itself: localhost, 127.0.0.0/8, ::1.
  [[nodiscard]] bool is_loopback() const;
};

struct SiteConfig {
  std::string bridge;
  ServerAddress server;
  std::filesystem::path token_file;
  std::filesystem::path journal;
  std::filesystem::path ca_file;  // empty: the system's authorities
  bool behind_proxy = false;
  std::filesystem::path reader_program;              // empty: beside badge-bridge
  std::uint64_t journal_reserve_bytes = 8ULL << 20;  // some 30,000 taps: a busy entrance for a week
  std::chrono::seconds clock_offset_limit{30};  // verdicts are in minutes; half of one is no longer noise
  std::chrono::seconds clock_step_limit{2};     // NTP slews below this, and steps above it
  std::chrono::hours clock_trust{24};           // a cheap crystal drifts some 10 s a day
  DisplayConfig display;
  std::vector<ReaderConfig> readers;
  friend bool operator==(const SiteConfig&, const SiteConfig&) = default;
};

}  // namespace badge
