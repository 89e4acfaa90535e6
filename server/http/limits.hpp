#pragma once
/// Every bound of the HTTP side, with its reason. The bounds of a batch are in
/// reader-config/tap/tap_wire.hpp, those of bodies by route in router.hpp.
#include <chrono>
#include <cstddef>

namespace badge::http {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

inline constexpr std::size_t header_bytes_max = 16 * 1024;  // twice what browsers and proxies send
inline constexpr std::size_t connections_max =
    4096;  // a province's bridges, a live page on the desk of each head, and officers beside them
inline constexpr std::size_t bodies_bytes_max =
    40 * 1024 * 1024;                                        // being read or handled, of all connections
inline constexpr std::size_t read_bytes = 32 * 1024;         // a batch of 100 taps arrives in one read
inline constexpr std::size_t file_piece_bytes = 256 * 1024;  // of a file that is sent

/// How long a client is waited for. A value, so that a test need not wait as long.
struct Patience {
  milliseconds idle = seconds(75);    // longer than bridges and browsers wait between requests
  milliseconds header = seconds(10);  // from the first byte of a request to the end of its header
  milliseconds body = seconds(60);    // for import_body_bytes_max over 1.2 Mbit/s
  milliseconds write = seconds(30);  // for one answer, or one piece of a file or of an event stream, and more
                                     // for a long one: see write_bytes_per_s_min
};
inline constexpr std::size_t write_bytes_per_s_min =
    32 * 1024;                             // the slowest line on which a page is still read
inline constexpr minutes handler_max{10};  // the longest staged import; only a lost answer takes longer
inline constexpr seconds handshake_max{10};
inline constexpr seconds linger_max{2};                       // for a refused client to read its answer
inline constexpr std::size_t linger_bytes_max = 1024 * 1024;  // of a refused body, thrown away meanwhile
inline constexpr milliseconds stop_grace{1000};               // answers under way when the server stops

inline constexpr std::size_t jobs_max = 64;  // waiting for a worker: a few seconds of reports

inline constexpr std::size_t subscribers_max = 2048;       // live pages: of 1,500 units' heads and of HR
inline constexpr std::size_t subscriber_events_max = 256;  // waiting for a slow page; then the oldest goes
inline constexpr seconds heartbeat{15};                    // shorter than any proxy's patience

inline constexpr std::size_t web_sessions_max =
    50'000;  // signed-in browsers: everybody of a province; then the one idle longest goes
inline constexpr hours web_session_idle_max{2};
inline constexpr hours web_session_max{12};  // a working day: sign in again each morning

}  // namespace badge::http
