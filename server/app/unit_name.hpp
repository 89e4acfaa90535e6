#pragma once
#include <string>

namespace badge::app {

struct UnitName {
  std::string code, name;
};

}  // namespace badge::app
