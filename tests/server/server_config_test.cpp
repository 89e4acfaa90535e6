#include "server/server_config.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_dir.hpp"

namespace badge {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

constexpr auto good = "listen = \"127.0.0.1:8080\"\ndata = \"var\"\n";

ConfigMistakes mistakes_of(const std::string& text) {
  const auto config = parse_server_config(text, "/etc/chuyen-can/server.toml");
  return config ? ConfigMistakes{} : config.error();
}

TEST(ServerConfig, TheShortestFileIsEnough) {
  const auto config = parse_server_config(good, "/etc/chuyen-can/server.toml");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->address, "127.0.0.1");
  EXPECT_EQ(config->port, 8080);
  EXPECT_EQ(config->data, "/etc/chuyen-can/var") << "paths are relative to the folder of the file";
  EXPECT_EQ(config->zone, "Asia/Ho_Chi_Minh");
  EXPECT_FALSE(config->is_tls());
}

TEST(ServerConfig, EveryMistakeIsNamedWithItsLineAndNotTheFirstOnly) {
  EXPECT_THAT(mistakes_of("listen = \"8080\"\nclock_offset_limit_s = 63\nlisten_on = 1\nlog = \"loud\"\n"),
              testing::UnorderedElementsAre(
                  AllOf(StartsWith("server.toml:1: listen \"8080\": "), HasSubstr("127.0.0.1:8080")),
                  StartsWith("server.toml: data: needs a folder"),
                  AllOf(StartsWith("server.toml:2: clock_offset_limit_s: "), HasSubstr("1 to 62")),
                  StartsWith("server.toml:4: log \"loud\": allowed are"),
                  AllOf(StartsWith("server.toml:3: listen_on: "), HasSubstr("behind_proxy"))));
}

TEST(ServerConfig, PlainHttpStaysOnThisMachine) {
  const std::string data = "data = \"var\"\n";
  for (const auto* address : {"0.0.0.0:80", "192.168.1.5:8080", "[::]:8080"}) {
    const auto listen = "listen = \"" + std::string(address) + "\"\n";
    EXPECT_THAT(mistakes_of(listen + data), ElementsAre(HasSubstr("tls_certificate"))) << address;
    EXPECT_THAT(mistakes_of(listen + data + "behind_proxy = true\n"), ElementsAre()) << address;
  }
  for (const auto* address : {"127.0.0.1:0", "127.8.8.8:80", "[::1]:8080"}) {
    EXPECT_THAT(mistakes_of("listen = \"" + std::string(address) + "\"\n" + data), ElementsAre()) << address;
  }
}

TEST(ServerConfig, ListenIsAnAddressAndAPort) {
  for (const auto* listen :
       {"localhost:80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "127.0.0.1:80x", ":80"}) {
    EXPECT_THAT(mistakes_of("data = \"var\"\nlisten = \"" + std::string(listen) + "\"\n"),
                ElementsAre(StartsWith("server.toml:2: listen \"")))
        << listen;
  }
  EXPECT_THAT(mistakes_of("data = \"var\"\nlisten = 80\n"),
              ElementsAre("server.toml:2: listen: must be text in quotes"));
}

TEST(ServerConfig, CertificateAndKeyBelongTogetherAndCanBeRead) {
  EXPECT_THAT(mistakes_of(std::string(good) + "tls_key = \"/dev/null\"\n"),
              ElementsAre(HasSubstr("tls_certificate and tls_key belong together")));
  EXPECT_THAT(mistakes_of(std::string(good) + "tls_key = \"/dev/null\"\ntls_certificate = \"none.pem\"\n"),
              ElementsAre(AllOf(StartsWith("server.toml:4: tls_certificate \"none.pem\": cannot be read"),
                                HasSubstr("/etc/chuyen-can/none.pem"))));
}

TEST(ServerConfig, WhatIsNotTomlIsToldWithItsLine) {
  EXPECT_THAT(mistakes_of("listen = \"a\"\ndata = = 1\n"),
              ElementsAre(StartsWith("server.toml:2: is not TOML")));
}

TEST(ServerConfig, ASecondFactorIsDemandedOfRolesOfPeople) {
  EXPECT_THAT(parse_server_config(good, "server.toml")->second_factor_for, ElementsAre());
  EXPECT_THAT(
      parse_server_config(good + std::string("second_factor_for = [\"administrator\", \"inspector\"]\n"),
                          "server.toml")
          ->second_factor_for,
      ElementsAre(app::Role::administrator, app::Role::inspector));
  for (const auto* wrong : {"\"administrator\"", "[\"king\"]", "[\"bridge\"]", "[1]"}) {
    EXPECT_THAT(
        mistakes_of(good + std::string("second_factor_for = ") + wrong + "\n"),
        ElementsAre(AllOf(StartsWith("server.toml:3: second_factor_for"), HasSubstr("list of roles"))))
        << wrong;
  }
}

TEST(ServerConfig, AProviderIsDescribedInATableOfItsOwn) {
  const test::TempDir folder;
  std::ofstream(folder / "provider.secret") << "bí mật\n";
  const auto file = folder.path() / "server.toml";
  const std::string table =
      "[oidc]\nissuer = \"https://id.vn\"\nclient_id = \"cc\"\nclient_secret_file = \"provider.secret\"\n"
      "redirect = \"https://cc.vn/\"\n";
  EXPECT_FALSE(parse_server_config(good, file)->oidc);
  const auto settings = parse_server_config(good + table, file)->oidc.value();
  EXPECT_EQ(settings.issuer, "https://id.vn");
  EXPECT_EQ(settings.client_secret, "bí mật");
  EXPECT_EQ(settings.claim, "preferred_username");
  EXPECT_FALSE(settings.second_factor_here);
  EXPECT_TRUE(parse_server_config(good + table + "second_factor = \"here\"\nclaim = \"sub\"\n", file)
                  ->oidc->second_factor_here);
}

TEST(ServerConfig, EveryMistakeAboutAProviderIsNamed) {
  EXPECT_THAT(
      mistakes_of(good + std::string("[oidc]\nissuer = \"http://id.vn\"\nclient_secret_file = \"none\"\n"
                                     "redirect = \"https://cc.vn\"\nsecond_factor = \"no\"\nscope = 1\n")),
      testing::UnorderedElementsAre(AllOf(StartsWith("server.toml:4: oidc.issuer: "), HasSubstr("https://")),
                                    StartsWith("server.toml:3: oidc.client_id: must be there"),
                                    StartsWith("server.toml:5: oidc.client_secret_file: cannot be read"),
                                    AllOf(StartsWith("server.toml:6: oidc.redirect: "), HasSubstr("\"/\"")),
                                    StartsWith("server.toml:7: oidc.second_factor: allowed are"),
                                    StartsWith("server.toml:8: oidc.scope: is not a key")));
  EXPECT_THAT(mistakes_of(good + std::string("oidc = 1\n")), ElementsAre(HasSubstr("must be a table")));
}

TEST(ServerConfig, KeepsRecordsForEverUnlessItSaysForHowLong) {
  const auto settings = [](const std::string& table) {
    return parse_server_config(good + table, "/etc/server.toml").value().retention;
  };
  EXPECT_EQ(settings("").taps, std::nullopt);
  EXPECT_EQ(settings("[retention]\ntaps_months = 60\n").taps, 60);
  EXPECT_EQ(settings("[retention]\naudit_months = 36\n").audit, 36);
  EXPECT_EQ(settings("[retention]\ninspections_months = 60\n").inspections, 60);
  EXPECT_EQ(settings("[retention]\naudit_months = 36\n").taps, std::nullopt);
}

TEST(ServerConfig, EveryMistakeAboutRetentionIsNamed) {
  EXPECT_THAT(mistakes_of(good + std::string("[retention]\ntaps_months = 11\npeople_months = 12\n"
                                             "audit_months = \"5\"\nmonths = 1\n")),
              testing::UnorderedElementsAre(
                  AllOf(StartsWith("server.toml:4: retention.taps_months: "), HasSubstr("from 12 to")),
                  AllOf(StartsWith("server.toml:5: retention.people_months: "), HasSubstr("taps_months")),
                  StartsWith("server.toml:6: retention.audit_months: must be a whole number"),
                  StartsWith("server.toml:7: retention.months: is not a key")));
  EXPECT_THAT(mistakes_of(good + std::string("[retention]\ntaps_months = 60\npeople_months = 24\n")),
              ElementsAre(StartsWith("server.toml:5: retention.people_months: must not be less")));
  EXPECT_THAT(mistakes_of(good + std::string("retention = 5\n")), ElementsAre(HasSubstr("must be a table")));
}

TEST(ServerConfig, WhoIssuesPapersIsTakenAsTheOfficeWritesIt) {
  const auto papers = parse_server_config(good + std::string("[papers]\nsuperior = \"UBND TỈNH KHÁNH HÒA\"\n"
                                                             "body = \"SỞ NỘI VỤ\"\nsymbol = \"SNV\"\n"),
                                          "/etc/server.toml")
                          .value()
                          .papers;
  EXPECT_EQ(papers.superior, "UBND TỈNH KHÁNH HÒA");
  EXPECT_EQ(papers.name, "SỞ NỘI VỤ");
  EXPECT_EQ(papers.symbol, "SNV");
  EXPECT_EQ(papers.place, "") << "a clerk fills it in";
}

TEST(ServerConfig, EveryMistakeAboutPapersIsNamed) {
  EXPECT_THAT(mistakes_of(good + std::string("[papers]\nbody = 5\nsymbol = \"BC-SNV/2\"\n"
                                             "place = \"a\\nb\"\nnumber = 1\n")),
              testing::UnorderedElementsAre(StartsWith("server.toml:4: papers.body: must be one line"),
                                            StartsWith("server.toml:5: papers.symbol: must be what stands"),
                                            StartsWith("server.toml:6: papers.place: must be one line"),
                                            StartsWith("server.toml:7: papers.number: is not a key")));
  EXPECT_THAT(mistakes_of(good + std::string("papers = 5\n")), ElementsAre(HasSubstr("must be a table")));
}

}  // namespace
}  // namespace badge
