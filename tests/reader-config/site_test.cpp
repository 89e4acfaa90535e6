#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "reader-config/site/read_site.hpp"

namespace badge {
namespace {

namespace fs = std::filesystem;

const fs::path source_dir = SOURCE_DIR;

std::string text_of(const fs::path& file) {
  std::stringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

std::string errors_of(const std::string& text) {
  const auto site = read_site(text, "/etc/entrance");
  if (site) return "no error";
  std::string lines;
  for (const auto& error : site.error()) lines += error.text("site.toml") + '\n';
  return lines;
}

const std::string head =
    "bridge = \"cong-a\"\nserver = \"http://127.0.0.1:8080\"\n"
    "token_file = \"bridge.token\"\njournal = \"/var/lib/journal.db\"\n";
const std::string one_reader =
    "[[reader]]\nid = \"cong-a-1\"\nentrance = \"cong-a\"\nconnection = \"acr122_usb\"\n";

TEST(Site, ReadsTheFewLinesThatAnEntranceNeeds) {
  const auto site = read_site(head + one_reader, "/etc/entrance");
  ASSERT_TRUE(site) << errors_of(head + one_reader);
  SiteConfig expected;
  expected.bridge = "cong-a";
  expected.server = {.tls = false, .host = "127.0.0.1", .port = 8080};
  expected.token_file = "/etc/entrance/bridge.token";  // relative to the folder of the file
  expected.journal = "/var/lib/journal.db";
  ReaderConfig reader;
  reader.id = "cong-a-1";
  reader.entrance = "cong-a";
  reader.connection = "acr122_usb";
  expected.readers = {reader};
  EXPECT_EQ(*site, expected);
}

TEST(Site, ReadsEveryKey) {
  const auto site =
      read_site(text_of(source_dir / "tests/reader-config/golden/every_key.toml"), "/etc/entrance");
  ASSERT_TRUE(site) << site.error().front().text("every_key.toml");
  EXPECT_EQ(site->server, (ServerAddress{.tls = true, .host = "::1", .port = 8443}));
  EXPECT_EQ(site->ca_file, "/etc/entrance/ca.pem");
  EXPECT_TRUE(site->behind_proxy);
  EXPECT_EQ(site->reader_program, "/opt/badge-reader");
  EXPECT_EQ(site->journal_reserve_bytes, 16U << 20);
  EXPECT_EQ(site->clock_offset_limit, std::chrono::seconds(5));
  EXPECT_EQ(site->clock_step_limit, std::chrono::seconds(1));
  EXPECT_EQ(site->clock_trust, std::chrono::hours(12));
  EXPECT_EQ(site->display.output, DisplayOutput::unix_socket);
  EXPECT_EQ(site->display.socket, "/etc/entrance/display.sock");
  EXPECT_EQ(site->display.person, PersonShown::name);
  EXPECT_EQ(site->display.utc_offset, std::chrono::minutes(-210));
  EXPECT_EQ(site->display.listen, (ListenAddress{.address = "::", .port = 8090}));
  EXPECT_EQ(site->display.title, "Cổng A");
  ASSERT_EQ(site->readers.size(), 3U);
  EXPECT_TRUE(site->readers[2].portable);
  EXPECT_EQ(site->readers[2].entrance, "");
  EXPECT_EQ(site->readers[2].place(), "kiem-tra-1");
  const auto& reader = site->readers[1];
  EXPECT_EQ(reader.direction, Direction::out);
  EXPECT_EQ(reader.presence, std::chrono::milliseconds(100));
  EXPECT_EQ(reader.misses, 5);
  EXPECT_EQ(reader.same_card_quiet, std::chrono::milliseconds(0));
  const PinConfig pins{"P30+P31", "P33", "P35", "P71", "P72", true};
  EXPECT_EQ(reader.pins, pins);
}

TEST(Site, ReportsEveryMistakeWithPlaceValueAndRule) {
  EXPECT_EQ(errors_of(text_of(source_dir / "tests/reader-config/golden/many_mistakes.toml")),
            text_of(source_dir / "tests/reader-config/golden/many_mistakes.txt"));
}

TEST(Site, SaysWhatIsMissingInAnEmptyFile) {
  EXPECT_EQ(errors_of(""),
            "site.toml: bridge: is missing, for example: bridge = \"cong-a\"\n"
            "site.toml: journal: is missing, for example: journal = \"journal.db\"\n"
            "site.toml: reader: there is none; each begins with [[reader]]\n"
            "site.toml: server: is missing, for example: server = \"https://chamcong.example.vn\"\n"
            "site.toml: token_file: is missing, for example: token_file = \"bridge.token\"\n");
}

TEST(Site, NamesTheLineThatIsNoToml) {
  EXPECT_TRUE(errors_of("bridge = \"a\"\nserver = = 1\n").starts_with("site.toml:2: is no TOML: "))
      << errors_of("bridge = \"a\"\nserver = = 1\n");
}

TEST(Site, RefusesPlainHttpOffThisMachineUnlessATunnelProtectsIt) {
  const auto with_server = [](const std::string& line) {
    return line + "\nbridge = \"a\"\ntoken_file = \"t\"\njournal = \"j\"\n" + one_reader;
  };
  EXPECT_NE(errors_of(with_server("server = \"http://10.0.0.2:8080\"")).find("plain http"),
            std::string::npos);
  EXPECT_NE(errors_of(with_server("server = \"http://127.evil.example\"")).find("plain http"),
            std::string::npos);
  EXPECT_EQ(errors_of(with_server("server = \"http://10.0.0.2:8080\"\nbehind_proxy = true")), "no error");
  EXPECT_EQ(errors_of(with_server("server = \"http://localhost\"")), "no error");
  EXPECT_EQ(errors_of(with_server("server = \"http://[::1]:8080/\"")), "no error");
  EXPECT_EQ(errors_of(with_server("server = \"https://chamcong.example.vn\"")), "no error");
}

TEST(Site, RefusesAPageThatTheNetworkCouldReadUnlessAProxyProtectsIt) {
  const auto with_display = [](const std::string& lines) {
    return head + "[display]\n" + lines + "\n" + one_reader;
  };
  EXPECT_NE(errors_of(with_display("listen = \"0.0.0.0:8090\"")).find("everybody in the network"),
            std::string::npos);
  EXPECT_NE(errors_of(with_display("listen = \"[::]:8090\"")).find("everybody in the network"),
            std::string::npos);
  EXPECT_EQ(errors_of(with_display("listen = \"0.0.0.0:8090\"\nbehind_proxy = true")), "no error");
  EXPECT_EQ(errors_of(with_display("listen = \"127.0.0.1:8090\"")), "no error");
  EXPECT_EQ(errors_of(with_display("listen = \"[::1]:8090\"")), "no error");
  for (const auto* wrong : {"127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "::1:8090", "localhost:8090"}) {
    EXPECT_NE(errors_of(with_display(std::string("listen = \"") + wrong + "\"")).find("an IP address"),
              std::string::npos)
        << wrong;
  }
}

TEST(Site, SaysThatAFileCannotBeRead) {
  const auto site = load_site("/nowhere/site.toml");
  ASSERT_FALSE(site);
  EXPECT_EQ(site.error().front().text("/nowhere/site.toml"),
            "/nowhere/site.toml: cannot be read; does it exist, and may this user read it?");
}

TEST(SiteExample, IsValid) {
  const auto site = load_site(source_dir / "reader-config/site/examples/site.toml");
  ASSERT_TRUE(site) << site.error().front().text("site.toml");
}

TEST(SiteExample, ShowsTheDefaultsInItsComments) {
  // Every commented key, brought to life, must change nothing: the comments state the defaults.
  std::istringstream lines(text_of(source_dir / "reader-config/site/examples/site.toml"));
  std::string alive;
  for (std::string line; std::getline(lines, line);) {
    const bool is_number = line.starts_with("# ") && line.find(" = ") != std::string::npos &&
                           line.find_first_of("0123456789ft+", line.find(" = ") + 3) == line.find(" = ") + 3;
    const bool is_offset = line.starts_with("# utc_offset");
    alive += (is_number || is_offset ? line.substr(2) : line) + '\n';
  }
  const auto example = load_site(source_dir / "reader-config/site/examples/site.toml");
  const auto spelled_out = read_site(alive, source_dir / "reader-config/site/examples");
  ASSERT_TRUE(spelled_out) << spelled_out.error().front().text("site.toml");
  EXPECT_NE(alive.find("\nmisses = 3"), std::string::npos);
  EXPECT_EQ(*example, *spelled_out);
}

class SiteProfile : public testing::TestWithParam<const char*> {};

TEST_P(SiteProfile, CanBePastedBehindTheHead) {
  const auto profile = text_of(source_dir / "reader-config/site/profiles" / GetParam());
  ASSERT_FALSE(profile.empty());
  EXPECT_EQ(errors_of(head + profile), "no error");
}

INSTANTIATE_TEST_SUITE_P(Kinds, SiteProfile,
                         testing::Values("pn532-uart.toml", "pn532-spi.toml", "pn532-i2c.toml",
                                         "acr122u.toml"),
                         [](const auto& kind) {
                           std::string name = kind.param;
                           std::erase_if(name, [](char c) { return c == '-' || c == '.'; });
                           return name;
                         });

}  // namespace
}  // namespace badge
