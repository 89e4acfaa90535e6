#include "server/app/spare_memory.hpp"

#include <malloc.h>

namespace badge::app {

SpareMemory::~SpareMemory() { ::malloc_trim(0); }

}  // namespace badge::app
