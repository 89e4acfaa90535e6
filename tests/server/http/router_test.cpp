#include <gtest/gtest.h>

#include <stdexcept>

#include "server/http/router.hpp"
#include "server/http/target.hpp"

namespace badge::http {
namespace {

std::string matched(const Router& router, const std::string& method, const std::string& path) {
  const auto target = parse_target(path);
  if (!target) return "bad target";
  const auto match = router.match(method, target->segments);
  if (match.route == nullptr) return match.allow.empty() ? "none" : "allow " + match.allow;
  auto text = match.route->pattern;
  for (const auto& [name, value] : match.params) text += ' ' + name + '=' + value;
  return text;
}

Router example() {
  Router router;
  const auto nothing = [](const Request&) { return Response(); };
  router.add("POST", "/api/imports/{kind}", {}, nothing);
  router.add("POST", "/api/imports/taps", {}, nothing);
  router.add("PUT", "/api/imports/taps/{id}/slices/{n}", {}, nothing);
  router.add("GET", "/api/tokens", {}, nothing);
  router.add("POST", "/api/tokens", {}, nothing);
  return router;
}

TEST(Router, NamesStandForOneSegmentEach) {
  EXPECT_EQ(matched(example(), "PUT", "/api/imports/taps/7/slices/0"),
            "/api/imports/taps/{id}/slices/{n} id=7 n=0");
  EXPECT_EQ(matched(example(), "PUT", "/api/imports/taps/7/slices"), "none");
  EXPECT_EQ(matched(example(), "PUT", "/api/imports/taps//slices/0"), "none");
}

TEST(Router, ALiteralWinsOverANameWhateverTheOrder) {
  EXPECT_EQ(matched(example(), "POST", "/api/imports/taps"), "/api/imports/taps");
  EXPECT_EQ(matched(example(), "POST", "/api/imports/staff"), "/api/imports/{kind} kind=staff");
}

TEST(Router, AWrongMethodIsToldTheRightOnes) {
  EXPECT_EQ(matched(example(), "DELETE", "/api/tokens"), "allow GET, POST");
  EXPECT_EQ(matched(example(), "GET", "/api/none"), "none");
}

TEST(Router, AnEscapedSlashMakesNoSegment) {
  EXPECT_EQ(matched(example(), "POST", "/api/imports/a%2Fb"), "/api/imports/{kind} kind=a/b");
}

TEST(Router, TheSameRouteTwiceIsAMistakeOfOurs) {
  auto router = example();
  EXPECT_THROW(router.add("GET", "/api/tokens", {}, [](const Request&) { return Response(); }),
               std::logic_error);
}

TEST(Target, IsDecodedOnceAndItsQueryTakenApart) {
  const auto target = parse_target("/a%20b/c?unit=S%E1%BB%9F+N%E1%BB%99i&empty=&alone&unit=second");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/a b/c");
  EXPECT_EQ(target->query.at("unit"), "Sở Nội");
  EXPECT_EQ(target->query.at("empty"), "");
  EXPECT_EQ(target->query.at("alone"), "");
  EXPECT_EQ(parse_target("/%2541")->path, "/%41");
}

TEST(Target, WhatNobodyMeansWellWithIsRefused) {
  for (const auto* text : {"", "a", "*", "http://x/", "/%", "/%4", "/%zz", "/%00", "/a%0d%0ab", "/../a",
                           "/a/./b", "/%2e%2e/a", "/a?x=%0a"}) {
    EXPECT_FALSE(parse_target(text)) << text;
  }
}

}  // namespace
}  // namespace badge::http
