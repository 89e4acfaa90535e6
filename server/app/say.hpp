#pragma once
#include <string>
#include <string_view>

#include "server/app/language.hpp"

namespace badge::app {

/// Chooses words of one language.
class Say {
 public:
  explicit Say(Language language) : language_(language) {}
  [[nodiscard]] std::string operator()(std::string_view vi, std::string_view en) const {
    return std::string(language_ == Language::vi ? vi : en);
  }
  [[nodiscard]] Language language() const { return language_; }

 private:
  Language language_;
};

}  // namespace badge::app
