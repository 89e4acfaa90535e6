#pragma once
#include <rapidcheck.h>

#include "server/documents/paper.hpp"

namespace badge::documents {

/// Papers of every shape: some parts missing, some long, tables of one column and of many.
[[nodiscard]] rc::Gen<Paper> any_paper();

}  // namespace badge::documents
